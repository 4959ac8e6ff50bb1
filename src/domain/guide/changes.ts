import type { Guide, Question, Source } from './build-guide.ts';

/**
 * Something that makes an older answer wrong: a rule or product that changed, or a fact that was
 * corrected.
 */
export interface Change {
  /** When the change took effect or was corrected: `2026-01-29`, `2026-01`, or `2026`. */
  readonly on: string;
  readonly what: string;
  /** The source that changed. Undefined if the guide corrected a fact. */
  readonly source: Source | undefined;
  readonly questions: readonly Question[];
}

/** Returns all changes to sources and all changes that questions list, newest first. */
export function changesOf({ sources, questions, byCode }: Guide): Change[] {
  const ofSources = [...sources.values()].flatMap((source): Change[] => {
    if (source.changed === undefined) return [];
    const affected = source.citedBy.flatMap((code) => byCode.get(code) ?? []);
    return [{ ...source.changed, source, questions: affected }];
  });
  const ofQuestions = questions.flatMap((question) =>
    (question.changes ?? []).map((one) => ({ ...one, source: undefined, questions: [question] })),
  );
  return [...ofSources, ...ofQuestions].sort((a, b) => b.on.localeCompare(a.on, 'en'));
}

export function changesByDate(changes: readonly Change[]) {
  return [...Map.groupBy(changes, ({ on }) => on)].map(([on, all]) => ({ on, changes: all }));
}
