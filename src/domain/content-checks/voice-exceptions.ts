/**
 * Words in the content that are correct in their context: quotations, names, or words with another
 * meaning.
 */
export interface VoiceException {
  readonly in: string;
  /** A text that each exempt line contains. */
  readonly text: string;
  readonly why: string;
}

export const contentExceptions: readonly VoiceException[] = [
  {
    in: 'src/content/glossary/c5-attestation.yaml',
    text: 'Compliance Criteria Catalogue',
    why: 'the name that its publisher gives it',
  },
  {
    in: 'src/content/questions/patients-unlike-training-data.mdx',
    text: 'who can’t stand for a fixed film',
    why: 'patients who can’t stand up',
  },
];
