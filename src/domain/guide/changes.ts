import type { Guide, Question, Source } from './build-guide.ts';

/** Something that makes an older answer wrong: a rule or product that changed, or a corrected fact. */
export interface Change {
  /** When it took effect or was corrected: `2026-01-29`, `2026-01` or `2026`. */
  readonly on: string;
  /** The change and its reason. */
  readonly what: string;
  /** The source that changed; without one, the guide corrected a fact. */
  readonly source: Source | undefined;
  /** The questions that it affects, in guide order. */
  readonly questions: readonly Question[];
}

/** All changes, newest first: those of sources and those noted by questions. */
export function changesOf({ sources, questions, byCode }: Guide): Change[] {
  return newestFirst([
    ...[...sources.values()].flatMap((source) =>
      source.changed === undefined
        ? []
        : {
            ...source.changed,
            source,
            questions: source.citedBy.flatMap((code) => byCode.get(code) ?? []),
          },
    ),
    ...questions.flatMap((question) =>
      (question.changes ?? []).map((change) => ({
        ...change,
        source: undefined,
        questions: [question],
      })),
    ),
  ]);
}

export interface ChangesOfDate {
  readonly on: string;
  readonly changes: readonly Change[];
}

export function changesByDate(changes: readonly Change[]): ChangesOfDate[] {
  const groups = Map.groupBy(changes, ({ on }) => on);
  return [...groups].map(([on, all]) => ({ on, changes: all }));
}

function newestFirst(changes: readonly Change[]): Change[] {
  return [...changes].sort((a, b) => b.on.localeCompare(a.on, 'en'));
}
