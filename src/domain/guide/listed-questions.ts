import type { LevelId } from '../../guide.ts';
import type { Guide, Question } from './build-guide.ts';

/** Maximum questions that the open group lists; a longer level shows the ones around the page. */
export const maxListed = 15;

/** The sidebar of a page: only the open level lists questions, and at most `maxListed` of them. */
export function sidebarLevels(
  guide: Guide,
  current: { readonly level?: LevelId | undefined; readonly code?: string | undefined },
) {
  return guide.levels.map((level) => {
    const open = level.id === current.level;
    return { level, open, listed: open ? around(level.questions, current.code) : [] };
  });
}

function around(questions: readonly Question[], code: string | undefined): readonly Question[] {
  const here = Math.max(
    0,
    questions.findIndex((question) => question.code === code),
  );
  const latest = Math.max(0, questions.length - maxListed);
  const start = Math.min(Math.max(0, here - Math.floor(maxListed / 2)), latest);
  return questions.slice(start, start + maxListed);
}
