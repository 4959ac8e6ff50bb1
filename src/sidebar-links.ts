import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import type { Guide, Question } from './domain/guide/build-guide.ts';
import { type SidebarLevel, sidebarLevels } from './domain/guide/sidebar.ts';
import { type MainPageId, mainPagePath, mainPages } from './domain/search/site-pages.ts';
import { type Companion, companions } from './guide.ts';
import { paths } from './site-paths.ts';

type SidebarEntry = StarlightRouteData['sidebar'][number];
type SidebarLink = Extract<SidebarEntry, { type: 'link' }>;

const companionPages: readonly Companion[] = companions;

/** The companion pages in the sidebar, with their labels there. */
const inSidebar = companionPages.flatMap(({ id, inSidebar: label }) =>
  label === undefined ? [] : [{ id, label }],
);

/** All sidebar links, in order. @param shown level and question of the page */
export function sidebarLinks(
  guide: Guide,
  shown: Parameters<typeof sidebarLevels>[1],
  pathname: string,
): SidebarEntry[] {
  const to = (id: MainPageId): SidebarLink =>
    sidebarLink(mainPages[id].name, mainPagePath(id, paths), pathname);
  return [
    ...sidebarLevels(guide, shown).map((entry) => group(entry, pathname)),
    apart(to('practice')),
    ...(['mock', 'set', 'progress', 'saved'] as const).map(to),
    apart(to('labs')),
    ...(['topics', 'paths', 'glossary'] as const).map(to),
    ...inSidebar.map(({ id, label }) => sidebarLink(label, paths.companion(id), pathname)),
    apart(to('downloads')),
    ...(['changes', 'about'] as const).map(to),
  ];
}

function group({ level, open, listed }: SidebarLevel, pathname: string): SidebarEntry {
  const all = sidebarLink(
    `All ${level.questions.length} questions`,
    paths.level(level.id),
    pathname,
  );
  return {
    type: 'group',
    label: level.label,
    collapsed: !open,
    badge: { text: String(level.questions.length), variant: 'default', class: '' },
    entries: [
      ...listed.map((question) => questionLink(question, pathname)),
      { ...all, attrs: { 'data-level-link': open ? 'listed' : 'folded' } },
    ],
  };
}

function questionLink(question: Question, pathname: string): SidebarLink {
  return sidebarLink(question.label, paths.question(question.slug), pathname);
}

function sidebarLink(label: string, href: string, pathname: string): SidebarLink {
  return { type: 'link', label, href, isCurrent: href === pathname, badge: undefined, attrs: {} };
}

/** A link that starts a new group: practice, reading, about the guide. */
function apart(entry: SidebarLink): SidebarLink {
  return { ...entry, attrs: { class: 'apart' } };
}
