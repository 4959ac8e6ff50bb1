import type { AnyPartId } from '../guide/parts.ts';

/**
 * The steps of the answer-first ladder, in their order, with the parts of the page that each of
 * them uncovers. What a step doesn't list is nowhere to be seen: not on the page, not by search,
 * not by a key.
 */
export const ladderSteps = [
  { id: 'question', label: 'Question', uncovers: [] },
  { id: 'answering', label: 'Your answer', uncovers: [] },
  { id: 'hint', label: 'Hint', uncovers: ['hint'] },
  { id: 'outline', label: 'Worked example', uncovers: ['outline'] },
  { id: 'rubric', label: 'Rubric', uncovers: ['listening', 'rubric', 'flags'] },
  { id: 'model-answer', label: 'Model answer', uncovers: ['answer'] },
  { id: 'probes', label: 'Follow-up questions', uncovers: ['probes'] },
  { id: 'scored', label: 'Scored', uncovers: ['calibration', 'deeper', 'sources', 'related'] },
] as const satisfies readonly {
  readonly id: string;
  readonly label: string;
  readonly uncovers: readonly AnyPartId[];
}[];

/** Name of a step. */
export type LadderStep = (typeof ladderSteps)[number]['id'];

/** Names of the steps, in their order. */
export const stepIds = ladderSteps.map(({ id }) => id) as [LadderStep, ...LadderStep[]];

/** The step so many places further, if there is one. */
export function stepFrom(step: LadderStep, places: number): LadderStep | undefined {
  return stepIds[stepIds.indexOf(step) + places];
}

/** Whether a step is reached at another one. */
export function isReached(step: LadderStep, at: LadderStep): boolean {
  return stepIds.indexOf(step) <= stepIds.indexOf(at);
}

/** The parts of the page that may be seen at a step, in the order in which they were uncovered. */
export function visibleParts(at: LadderStep): readonly AnyPartId[] {
  return ladderSteps.filter(({ id }) => isReached(id, at)).flatMap(({ uncovers }) => uncovers);
}
