import {
  ageThatMayStay,
  type IdentifierKind,
  zipThatMayStay,
} from '../../../domain/labs/safe-harbor.ts';

export interface NoteSpan {
  readonly text: string;
  /** Which of the eighteen kinds it is; none if it may stay. */
  readonly kind?: IdentifierKind;
  /** Explanation beyond the name of the kind. */
  readonly why: string;
}

const peopleInArea = 640_000;

/** The note, invented from the first word to the last, with its spans in order. */
export const note: readonly (string | NoteSpan)[] = [
  { text: 'Odalys Brankworth', kind: 'A', why: 'the patient’s name.' },
  ', ',
  { text: '67', why: 'an age up to 89 may stay.' },
  ', of ',
  { text: '14 Larkmill Lane, Dunmere', kind: 'B', why: 'street and town.' },
  ', ',
  { text: 'Washington State', why: 'a state may stay.' },
  ', ZIP ',
  {
    text: '98742',
    kind: 'B',
    why: `may stay as ${zipThatMayStay('98742', peopleInArea)}, since more than 20,000 people live in its area; otherwise as 000.`,
  },
  ' (area ',
  { text: '987', why: 'three digits may stay: more than 20,000 people live there.' },
  ': 640,000 people). MRN ',
  { text: '00418823', kind: 'H', why: 'the record number.' },
  ', plan member ',
  { text: 'HX-77-2041', kind: 'I', why: 'her member number.' },
  '. Admitted ',
  { text: 'March 3, 2026', kind: 'C', why: 'may stay as 2026.' },
  '. ',
  {
    text: 'Heart-lung transplant',
    why: 'diagnoses and procedures aren’t on the list, unless one is unique to her (kind R). This one is rare, so weigh it.',
  },
  ' in ',
  { text: '2019', why: 'a year alone may stay.' },
  ', on ',
  { text: 'tacrolimus', why: 'drug names aren’t on the list.' },
  '. Pacemaker, serial ',
  {
    text: 'PM-88231-K',
    kind: 'M',
    why: 'the serial number. The fact that she has a pacemaker may stay.',
  },
  '. She is ',
  { text: 'mayor of Dunmere', kind: 'R', why: 'there is only one, and the title names the town.' },
  ' and keeps the books at ',
  { text: 'Corvane Glassworks', kind: 'A', why: 'the name of her employer.' },
  '. Her mother, ',
  { text: '93', kind: 'C', why: `the age of a relative; may stay as ${ageThatMayStay(93)}.` },
  ', and daughter ',
  { text: 'Linnea', kind: 'A', why: 'the name of a relative.' },
  ' know. Call ',
  { text: '555-0142', kind: 'D', why: 'the telephone number.' },
  ', write ',
  { text: 'odalys@mail.example', kind: 'F', why: 'the email address.' },
  ', results at ',
  { text: 'https://clinic.example/p/8823', kind: 'N', why: 'the URL of her page.' },
  '. Photo of her face: ',
  { text: 'face-2041.jpg', kind: 'Q', why: 'the image, not just its file name.' },
  '. Study code ',
  {
    text: 'b1946ac9',
    kind: 'R',
    why: 'derived from the record number, which a re-identification code must not be.',
  },
  ' (hash of the MRN).',
];

/** Only the spans; in links, each has a letter, starting with a. */
export const spans: readonly NoteSpan[] = note.filter((part) => typeof part !== 'string');
