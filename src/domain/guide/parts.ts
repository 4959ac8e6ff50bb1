/**
 * The parts of a question page, in page order. Writers mark a part with its component
 * (`<Hint> … </Hint>`), the built page has `data-part="hint"`, and practice, exports, and checks
 * find the part by that attribute.
 */
export interface Part {
  /** Name of the component in MDX. */
  readonly component: 'Listening' | 'Hint' | 'Outline' | 'Answer' | 'Deeper';
  /** Value of `data-part` and of the part's anchor. */
  readonly id: string;
  readonly label: string;
  /** Subtitle, shown while the part is closed. */
  readonly note?: string;
  /** Its number among the steps of answering; the first step is to answer. */
  readonly step?: number;
  /** Whether the part is closed until the reader opens it. */
  readonly folded: boolean;
  /** Whether it must be an ordered list of at least three steps. */
  readonly steps: boolean;
}

export const parts = [
  {
    component: 'Listening',
    id: 'listening',
    label: 'What the interviewer is listening for',
    folded: false,
    steps: false,
  },
  {
    component: 'Hint',
    id: 'hint',
    label: 'Hint',
    note: 'Key points to talk from',
    step: 2,
    folded: true,
    steps: true,
  },
  {
    component: 'Outline',
    id: 'outline',
    label: 'Worked example',
    note: 'The answer on one case',
    step: 3,
    folded: true,
    steps: true,
  },
  {
    component: 'Answer',
    id: 'answer',
    label: 'Model answer',
    note: 'Say it out loud',
    step: 4,
    folded: true,
    steps: false,
  },
  {
    component: 'Deeper',
    id: 'deeper',
    label: 'Going deeper',
    folded: true,
    steps: false,
  },
] as const satisfies readonly Part[];

/** Parts whose content is data in the front matter, in page order. */
export const dataParts = [
  {
    id: 'rubric',
    label: 'Rubric',
    note: 'Score yourself: what a 1, a 3, and a 5 sound like',
    step: 5,
    folded: true,
  },
  {
    id: 'calibration',
    label: 'Sample answers to score',
    note: 'Two weaker answers, each with its scores',
    folded: true,
  },
  { id: 'flags', label: 'Red flags', note: 'What gives a weak answer away', folded: true },
  {
    id: 'probes',
    label: 'Follow-up questions',
    note: 'And what a good reply does',
    step: 6,
    folded: true,
  },
  { id: 'sources', label: 'Sources', folded: true },
  { id: 'related', label: 'Related questions', folded: true },
] as const satisfies readonly Omit<Part, 'component' | 'steps'>[];

/** Ids of all parts in page order: scoring comes before "Going deeper." */
export const pageOrder = [
  'listening',
  'hint',
  'outline',
  'answer',
  'rubric',
  'calibration',
  'flags',
  'probes',
  'deeper',
  'sources',
  'related',
] as const satisfies readonly AnyPartId[];

/** Label of the first line of the model answer. */
export const shortLabel = 'In ten seconds';

export type AnyPartId = (typeof parts | typeof dataParts)[number]['id'];

export function partById(id: AnyPartId): Omit<Part, 'component' | 'steps'> {
  const all: readonly Omit<Part, 'component' | 'steps'>[] = [...parts, ...dataParts];
  const part = all.find((candidate) => candidate.id === id);
  if (part === undefined) throw new RangeError(`No part has the id "${id}".`);
  return part;
}
