/**
 * The parts of a question page. Writers enclose a part in its component (`<Hint> … </Hint>`). On
 * the built page, the part has the attribute `data-part="hint"`, which practice uses to find it.
 * Checks and exports read the part from the syntax tree instead.
 */
export interface Part {
  /** The component's name in MDX. Parts without one come from the front matter or are generated. */
  readonly component?: 'Listening' | 'Hint' | 'Outline' | 'Answer' | 'Deeper';
  /** The value of `data-part`, which is also the part's anchor. */
  readonly id: string;
  readonly label: string;
  /** A shorter label for the list of parts, which has less space. */
  readonly short?: string;
  /** A subtitle, shown while the part is closed. */
  readonly note?: string;
}

/** Parts that are written in MDX are listed in the order that files must follow. */
const allParts = [
  {
    component: 'Listening',
    id: 'listening',
    label: 'What the interviewer is listening for',
    short: 'Listening for',
    note: 'Read this after your first answer',
  },
  { component: 'Hint', id: 'hint', label: 'Hint', note: 'Key points to talk from' },
  {
    component: 'Outline',
    id: 'outline',
    label: 'Worked example',
    note: 'The answer on one case',
  },
  { component: 'Answer', id: 'answer', label: 'Model answer', note: 'Say it out loud' },
  { id: 'rubric', label: 'Rubric', note: 'What a 1, a 3, and a 5 sound like' },
  {
    id: 'calibration',
    label: 'Sample answers',
    note: 'Score them, then compare with the guide',
  },
  { id: 'flags', label: 'Red flags', note: 'What gives a weak answer away' },
  { id: 'probes', label: 'Follow-up questions', note: 'With what a good reply covers' },
  { component: 'Deeper', id: 'deeper', label: 'Background' },
  { id: 'labs', label: 'Labs' },
  { id: 'sources', label: 'Sources' },
  { id: 'related', label: 'Related questions' },
  { id: 'cite', label: 'Cite or print' },
] as const satisfies readonly Part[];

export type AnyPartId = (typeof allParts)[number]['id'];

interface PartGroup {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly parts: readonly AnyPartId[];
}

/** The parts in page order, in three groups: answering, scoring the answer, and reading more. */
export const partGroups = [
  {
    id: 'try',
    label: 'Try',
    note: 'Answer first. Then take the least help you need.',
    parts: ['hint', 'outline', 'answer'],
  },
  {
    id: 'judge',
    label: 'Judge',
    note: 'Score your answer, then see how others scored.',
    parts: ['rubric', 'calibration', 'flags', 'probes', 'listening'],
  },
  {
    id: 'go-deeper',
    label: 'Go deeper',
    note: '',
    parts: ['deeper', 'labs', 'sources', 'related', 'cite'],
  },
] as const satisfies readonly PartGroup[];

export const pageOrder: readonly AnyPartId[] = partGroups.flatMap(({ parts }) => parts);

/** In the order that files must follow. */
export const writtenParts = allParts.filter((part) => 'component' in part);

/** The label of the model answer's first line. */
export const shortLabel = 'In ten seconds';

export function partById(id: AnyPartId): Part {
  const part = allParts.find((candidate) => candidate.id === id);
  if (part === undefined) throw new RangeError(`No part has the id "${id}".`);
  return part;
}
