import type { Guide, Question, Source } from './build-guide.ts';

/** Something that makes an older answer wrong: a rule or product that changed, or a mended fact. */
export interface Change {
  /** When it took effect or was told: `2026-01-29`, `2026-01` or `2026`. */
  readonly on: string;
  /** What changed, and why. */
  readonly what: string;
  /** The source that changed; without one, the guide told a fact differently since. */
  readonly source: Source | undefined;
  /** The questions that it touches, in guide order. */
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

function newestFirst(changes: readonly Change[]): Change[] {
  return [...changes].sort((a, b) => b.on.localeCompare(a.on, 'en'));
}
