import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import type { Guide, Question } from '../domain/guide/build-guide.ts';
import type { Paths } from '../domain/links/paths.ts';
import { type MainPageId, mainPagePath, mainPages } from '../domain/search/site-pages.ts';
import { type Companion, companions } from '../guide.ts';

type Entry = StarlightRouteData['sidebar'][number];
type Link = Extract<Entry, { type: 'link' }>;

/** The sidebar in Starlight's form: questions by level, then the other pages. */
export function sidebarOf(guide: Guide, paths: Paths, here: string): Entry[] {
  const link = (label: string, href: string, attrs: Link['attrs'] = {}): Link => ({
    type: 'link',
    label,
    href,
    isCurrent: href === here,
    badge: undefined,
    attrs,
  });
  const page = (id: MainPageId, attrs?: Link['attrs']) =>
    link(mainPages[id].name, mainPagePath(id, paths), attrs);
  const companionPages: readonly Companion[] = companions;
  return [
    ...guide.levels.map(
      ({ id, label, questions }): Entry => ({
        type: 'group',
        label,
        // Starlight opens the group of the current page.
        collapsed: true,
        badge: { text: `${questions.length}`, variant: 'default', class: id },
        entries: [
          ...questions.map((question) => link(question.label, paths.question(question.slug))),
          link(`All ${questions.length} questions`, paths.level(id)),
        ],
      }),
    ),
    page('practice', { class: 'apart' }),
    ...(['mock', 'set', 'progress', 'saved'] as const).map((id) => page(id)),
    page('labs', { class: 'apart' }),
    ...(['topics', 'paths', 'glossary'] as const).map((id) => page(id)),
    ...companionPages.flatMap(({ id, inSidebar }) =>
      inSidebar === undefined ? [] : [link(inSidebar, paths.companion(id))],
    ),
    page('downloads', { class: 'apart' }),
    ...(['changes', 'about'] as const).map((id) => page(id)),
  ];
}

/** Starlight's links to the questions before and after this one. */
export function paginationOf(
  question: Question,
  guide: Guide,
  paths: Paths,
): StarlightRouteData['pagination'] {
  const link = (code: string | undefined): Link | undefined => {
    const other = guide.byCode.get(code ?? '');
    return (
      other && {
        type: 'link',
        label: other.title,
        href: paths.question(other.slug),
        isCurrent: false,
        badge: undefined,
        attrs: {},
      }
    );
  };
  return { prev: link(question.previous), next: link(question.next) };
}
