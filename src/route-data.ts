import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import bandStyles from './components/band/band.css?inline';
import { bandAt, groupBand } from './components/band/section-bands.ts';
import { levelIconStyles } from './components/icon/icons.ts';
import { labStyles } from './components/labs/all-labs.ts';
import { isListed } from './domain/links/in-search-engines.ts';
import { loadGuide } from './load-guide.ts';
import { pageHead, withoutAddress } from './page-head.ts';
import { paths } from './site-paths.ts';
import { searchMeta } from './starlight/search-meta.ts';
import { levelGroups, questionPagination, withoutEmpty } from './starlight/sidebar.ts';
import lateSheet from './styles/late.css?url';
import printSheet from './styles/on-paper.css?url';

const groupOf = (subject: App.Locals['subject']) =>
  subject?.kind === 'level' ? subject.level : subject?.kind === 'topic' ? subject.topic : undefined;

/** Adds what the guide knows about a page to Starlight's data for it. */
export const onRequest = defineRouteMiddleware(async ({ locals, site, url }) => {
  const guide = await loadGuide();
  const { lab, question, subject, starlightRoute: route } = locals;
  const group = groupOf(subject);
  locals.band = group
    ? groupBand(route.entry.data.title, group)
    : bandAt(url.pathname, guide, paths);
  route.sidebar = [
    ...levelGroups(guide, paths, url.pathname),
    ...withoutEmpty(route.sidebar, guide, paths),
  ];
  if (question) route.pagination = questionPagination(question, guide, paths);
  const hasBand = locals.band !== undefined || subject?.kind === 'path';
  // On a page without headings, the table of contents would contain only the title.
  if (route.toc && route.headings.length === 0) route.toc = undefined;
  // On phones, the bar above the page shows the current entry. At the top, that is the question.
  const top = route.toc?.items[0];
  if (question && top) top.text = 'The question';
  const head = pageHead(route.head, subject, guide, (site ?? url).origin);
  route.head = url.pathname.startsWith(paths.file('404')) ? withoutAddress(head) : head;
  route.head.push(
    {
      tag: 'style',
      content: levelIconStyles() + (lab ? labStyles(lab) : '') + (hasBand ? bandStyles : ''),
    },
    // Browsers show the page without waiting for this stylesheet, but they wait for it before they
    // print.
    { tag: 'link', attrs: { rel: 'stylesheet', href: printSheet, media: 'print' } },
    { tag: 'noscript', content: `<link rel="stylesheet" href="${lateSheet}">` },
    // The sidebar comes first in the HTML. Without this link, the first paint would lack the title,
    // and the next paint would be late.
    { tag: 'link', attrs: { rel: 'expect', href: '#_top', blocking: 'render' } },
  );
  if (!isListed(url.pathname, paths, guide.bySlug)) {
    route.head.push({ tag: 'meta', attrs: { name: 'robots', content: 'noindex' } });
  }
  if (import.meta.env.PROD) {
    const href = paths.file('manifest.webmanifest');
    route.head.push({ tag: 'link', attrs: { rel: 'manifest', href } });
  }
  // Pagefind indexes only questions.
  if (question) route.head.push(...searchMeta(question, guide));
  else route.entry.data.pagefind = false;
});
