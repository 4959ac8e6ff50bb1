import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import type { Guide, Question } from '../domain/guide/build-guide.ts';
import type { Paths } from '../domain/links/paths.ts';

type Entry = StarlightRouteData['sidebar'][number];
type Link = Extract<Entry, { type: 'link' }>;

/**
 * Returns the levels as groups for Starlight's sidebar. Each group contains the level's questions
 * and a link to the level's page.
 * @param pathname the path of the current page
 */
export function levelGroups(guide: Guide, paths: Paths, pathname: string): Entry[] {
  return guide.levels.map(({ id, label, questions }) => ({
    type: 'group',
    label,
    // Starlight opens the group that contains the current page.
    collapsed: true,
    // Groups can't have a class, so the badge's class gives the level its color and its icon.
    badge: { text: `${questions.length}`, variant: 'default', class: `level-${id}` },
    entries: [
      ...questions.map((question) =>
        linkTo(question.label, paths.question(question.slug), pathname),
      ),
      linkTo(
        questions.length === 1 ? 'About this level' : `All ${questions.length} questions`,
        paths.level(id),
        pathname,
      ),
    ],
  }));
}

export function questionPagination(
  { previous, next }: Question,
  { byCode }: Guide,
  paths: Paths,
): StarlightRouteData['pagination'] {
  const link = (code: string | undefined): Link | undefined => {
    const question = byCode.get(code ?? '');
    return question && linkTo(question.title, paths.question(question.slug));
  };
  return { prev: link(previous), next: link(next) };
}

function linkTo(label: string, href: string, pathname?: string): Link {
  return { type: 'link', label, href, isCurrent: href === pathname, badge: undefined, attrs: {} };
}

/** Removes links to empty pages. A guide may have no labs, paths, or terms. */
export function withoutEmpty(
  entries: StarlightRouteData['sidebar'],
  { labs, learningPaths, terms }: Guide,
  paths: Paths,
): StarlightRouteData['sidebar'] {
  const sizes = new Map([
    [paths.labs, labs.length],
    [paths.learningPaths, learningPaths.length],
    [paths.glossary, terms.size],
  ]);
  return entries.filter((entry) => entry.type !== 'link' || sizes.get(entry.href) !== 0);
}
