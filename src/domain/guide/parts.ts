/**
 * The parts of a question page. Writers mark a part with its component (`<Hint> … </Hint>`), the
 * built page has `data-part="hint"`, and practice, exports, and checks find the part by that
 * attribute.
 */
export interface Part {
  /** Name of the component in MDX; parts without one are data in the front matter. */
  readonly component?: 'Listening' | 'Hint' | 'Outline' | 'Answer' | 'Deeper';
  /** Value of `data-part` and of the part's anchor. */
  readonly id: string;
  readonly label: string;
  /** Subtitle, shown while the part is closed. */
  readonly note?: string;
  /** Its number among the steps of answering; the first step is to answer. */
  readonly step?: number;
  /** Whether the part is closed until the reader opens it. */
  readonly folded: boolean;
}

/** All parts in page order: scoring comes before "Going deeper." */
const allParts = [
  { component: 'Listening', id: 'listening', label: 'What the interviewer is listening for' },
  { component: 'Hint', id: 'hint', label: 'Hint', note: 'Key points to talk from', step: 2 },
  {
    component: 'Outline',
    id: 'outline',
    label: 'Worked example',
    note: 'The answer on one case',
    step: 3,
  },
  { component: 'Answer', id: 'answer', label: 'Model answer', note: 'Say it out loud', step: 4 },
  {
    id: 'rubric',
    label: 'Rubric',
    note: 'Score yourself: what a 1, a 3, and a 5 sound like',
    step: 5,
  },
  {
    id: 'calibration',
    label: 'Sample answers to score',
    note: 'Score them first, then compare',
  },
  { id: 'flags', label: 'Red flags', note: 'What gives a weak answer away' },
  { id: 'probes', label: 'Follow-up questions', note: 'And what a good reply does', step: 6 },
  { component: 'Deeper', id: 'deeper', label: 'Going deeper' },
  { id: 'sources', label: 'Sources' },
  { id: 'related', label: 'Related questions' },
] as const satisfies readonly Omit<Part, 'folded'>[];

export type AnyPartId = (typeof allParts)[number]['id'];

export const pageOrder: readonly AnyPartId[] = allParts.map(({ id }) => id);

/** The parts that writers write in MDX, in page order. */
export const writtenParts = allParts.filter((part) => 'component' in part);

/** Label of the first line of the model answer. */
export const shortLabel = 'In ten seconds';

export function partById(id: AnyPartId): Part {
  const part = allParts.find((candidate) => candidate.id === id);
  if (part === undefined) throw new RangeError(`No part has the id "${id}".`);
  return { ...part, folded: id !== 'listening' };
}
