import type { Guide, Question, Source } from './build-guide.ts';

/** Something that makes older answers wrong: a change to a rule or product, or a corrected fact. */
export interface Change {
  /** When the change took effect or the fact was corrected: `2026-01-29`, `2026-01`, or `2026`. */
  readonly on: string;
  readonly what: string;
  /** The source that changed, or undefined if the change is listed on a question's page. */
  readonly source: Source | undefined;
  readonly questions: readonly Question[];
}

/** Returns the changes to sources and those listed on question pages, newest first. */
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
