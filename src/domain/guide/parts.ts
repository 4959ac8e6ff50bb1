/**
 * The parts of a question page, in page order. Writers mark a part with its component
 * (`<Hint> … </Hint>`), the built page carries `data-part="hint"`, and practice, exports and
 * checks find the part by that mark.
 */
export interface Part {
  /** Name of the component in MDX. */
  readonly component: 'Listening' | 'Hint' | 'Outline' | 'Answer' | 'Deeper';
  /** Value of `data-part` and of the anchor that leads to the part. */
  readonly id: string;
  /** Heading on the page. */
  readonly label: string;
  /** What is inside, told while the part is folded. */
  readonly note?: string;
  /** Whether the part is folded until the reader opens it. */
  readonly folded: boolean;
  /** Whether each question must have it. */
  readonly required: boolean;
  /** Whether it must be an ordered list of at least three steps. */
  readonly steps: boolean;
}

/** All parts that prose can stand in. */
export const parts = [
  {
    component: 'Listening',
    id: 'listening',
    label: 'What the interviewer is listening for',
    folded: false,
    required: true,
    steps: false,
  },
  {
    component: 'Hint',
    id: 'hint',
    label: 'Hint',
    note: 'A structure to talk from',
    folded: true,
    required: true,
    steps: true,
  },
  {
    component: 'Outline',
    id: 'outline',
    label: 'Outline',
    note: 'How the answer runs on one case',
    folded: true,
    required: true,
    steps: true,
  },
  {
    component: 'Answer',
    id: 'answer',
    label: 'Model answer',
    note: 'As said aloud',
    folded: true,
    required: true,
    steps: false,
  },
  {
    component: 'Deeper',
    id: 'deeper',
    label: 'Going deeper',
    folded: false,
    required: true,
    steps: false,
  },
] as const satisfies readonly Part[];

/** Parts whose content is data in the front matter, in page order, below the parts with prose. */
export const dataParts = [
  { id: 'rubric', label: 'Rubric', note: 'What a 1, a 3 and a 5 sound like', folded: true },
  {
    id: 'calibration',
    label: 'Sample answers to score',
    note: 'Two weaker answers, each with its scores',
    folded: true,
  },
  { id: 'flags', label: 'Red flags', note: 'What gives a weak answer away', folded: true },
  { id: 'probes', label: 'They may ask next', note: 'And what a good reply does', folded: true },
  { id: 'sources', label: 'Sources', folded: false },
  { id: 'related', label: 'Related questions', folded: false },
] as const;

/** What the first line of the model answer is called. */
export const shortLabel = 'In ten seconds';

/** Identifier of a part. */
export type PartId = (typeof parts)[number]['id'];
/** Identifier of any marked part of a page. */
export type AnyPartId = PartId | (typeof dataParts)[number]['id'];

/** The part with that identifier. */
export function partById(id: AnyPartId): Pick<Part, 'label' | 'note' | 'folded'> {
  const part = [...parts, ...dataParts].find((candidate) => candidate.id === id);
  if (part === undefined) throw new RangeError(`No part has the id "${id}".`);
  return part;
}
