import type { AnyPartId } from '../guide/parts.ts';

/**
 * The steps of a question in practice, in their order, with the parts of its page that each of
 * them shows. What a step doesn't list is nowhere to be seen: not on the page, not by search, not
 * by a key.
 */
export const ladderSteps = [
  { id: 'question', uncovers: [] },
  { id: 'answering', uncovers: [] },
  {
    id: 'rubric',
    uncovers: [
      'hint',
      'outline',
      'rubric',
      'answer',
      'listening',
      'flags',
      'calibration',
      'probes',
    ],
  },
  { id: 'scored', uncovers: ['deeper', 'sources', 'related'] },
] as const satisfies readonly { readonly id: string; readonly uncovers: readonly AnyPartId[] }[];

/** Name of a step. */
export type LadderStep = (typeof ladderSteps)[number]['id'];

/** Names of the steps, in their order. */
export const stepIds = ladderSteps.map(({ id }) => id) as [LadderStep, ...LadderStep[]];

/** Steps of the first pages, which showed the parts one after the other: scoring shows them all now. */
export const earlierSteps = ['hint', 'outline', 'model-answer', 'probes'] as const;

/** Whether a step is reached at another one. */
export function isReached(step: LadderStep, at: LadderStep): boolean {
  return stepIds.indexOf(step) <= stepIds.indexOf(at);
}

/** The parts of the page that may be seen at a step. */
export function visibleParts(at: LadderStep): readonly AnyPartId[] {
  return ladderSteps.filter(({ id }) => isReached(id, at)).flatMap(({ uncovers }) => uncovers);
}
