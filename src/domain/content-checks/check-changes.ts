import type { ValidQuestion } from './check-guide.ts';
import type { Issue } from './issue.ts';

/** A change can't be newer than `factsCheckedOn`, and changes are listed newest first. */
export function changesOutOfOrder(questions: readonly ValidQuestion[]): Issue[] {
  return questions.flatMap(({ file, data, frontMatter }) =>
    (data.changes ?? []).flatMap(({ on }, index, changes) => {
      const above = changes[index - 1]?.on;
      const latest = above ?? data.factsCheckedOn;
      if (on <= latest) return [];
      return {
        kind: 'change-order' as const,
        file,
        ...frontMatter.positionOf(['changes', index, 'on']),
        what: `the change is newer than ${above === undefined ? 'factsCheckedOn' : 'the one above it'}`,
        expected: `a day up to ${latest}`,
        found: on,
        fix:
          above === undefined
            ? `write factsCheckedOn: "${on}" if you checked the facts then`
            : 'put the newest change first',
      };
    }),
  );
}
