import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { figureStyles } from './components/figures/figure-styles.ts';
import { labStyles } from './components/labs/all-labs.ts';
import type { Guide, Question } from './domain/guide/build-guide.ts';
import { type SidebarLevel, sidebarLevels } from './domain/guide/sidebar.ts';
import { type Companion, companions } from './guide.ts';
import { loadGuide } from './load-guide.ts';
import { pageHead, withoutAddress } from './page-head.ts';
import { paths } from './site-paths.ts';
import listingStyles from './styles/listings.css?inline';

type SidebarEntry = StarlightRouteData['sidebar'][number];
type SidebarLink = Extract<SidebarEntry, { type: 'link' }>;

const companionPages: readonly Companion[] = companions;

/** The companion pages in the sidebar, by their names there. */
const inSidebar = companionPages.flatMap(({ id, inSidebar: label }) =>
  label === undefined ? [] : [{ id, label }],
);

/** Sets the sidebar, the previous and next question, and the head of each page. */
export const onRequest = defineRouteMiddleware(async ({ locals, site, url }) => {
  const guide = await loadGuide();
  const { question, level, labs = [], figures = [], subject, starlightRoute } = locals;
  starlightRoute.sidebar = [
    ...sidebarLevels(guide, { level, code: question?.code }).map((entry) =>
      group(entry, url.pathname),
    ),
    apart(link('Practice', paths.practice, url.pathname)),
    link('Mock interview', paths.mock, url.pathname),
    link('Question sets', paths.set, url.pathname),
    link('Your progress', paths.progress, url.pathname),
    link('Saved', paths.saved, url.pathname),
    apart(link('Labs', paths.labs, url.pathname)),
    link('Topics', paths.topics, url.pathname),
    link('Learning paths', paths.paths, url.pathname),
    link('Glossary', paths.glossary, url.pathname),
    ...inSidebar.map(({ id, label }) => link(label, paths.companion(id), url.pathname)),
    apart(link('Downloads', paths.downloads, url.pathname)),
    link('Recent changes', paths.changes, url.pathname),
    link('About this guide', paths.companion('about'), url.pathname),
  ];
  const { origin } = site ?? url;
  const head = pageHead(starlightRoute.head, subject, guide, origin);
  const isMissing = url.pathname.startsWith(paths.file('404'));
  starlightRoute.head = isMissing ? withoutAddress(head) : head;
  const styles =
    labStyles(labs) + figureStyles(figures) + (locals.hasListings ? listingStyles : '');
  if (styles !== '') starlightRoute.head.push({ tag: 'style', content: styles });
  starlightRoute.pagination = {
    prev: neighbor(guide, question?.previous),
    next: neighbor(guide, question?.next),
  };
});

function group({ level, open, listed }: SidebarLevel, pathname: string): SidebarEntry {
  const all = link(`All ${level.questions.length} questions`, paths.level(level.id), pathname);
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
  return link(question.label, paths.question(question.slug), pathname);
}

function link(label: string, href: string, pathname: string): SidebarLink {
  return { type: 'link', label, href, isCurrent: href === pathname, badge: undefined, attrs: {} };
}

/** A link that starts another group: practice, reading, about the guide. */
function apart(entry: SidebarLink): SidebarLink {
  return { ...entry, attrs: { class: 'apart' } };
}

function neighbor(guide: Guide, code: string | undefined): SidebarLink | undefined {
  const question = code === undefined ? undefined : guide.byCode.get(code);
  return question && link(question.label, paths.question(question.slug), '');
}
