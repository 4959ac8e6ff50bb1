import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { labStyles } from './components/labs/all-labs.ts';
import { loadGuide } from './load-guide.ts';
import { pageHead, withoutAddress } from './page-head.ts';
import { paths } from './site-paths.ts';
import { searchMeta } from './starlight/search-meta.ts';
import { paginationOf, sidebarOf } from './starlight/sidebar.ts';
import lateSheet from './styles/late.css?url';

export const onRequest = defineRouteMiddleware(async ({ locals, site, url }) => {
  const guide = await loadGuide();
  const { labs = [], question, subject, starlightRoute: route } = locals;
  const { origin } = site ?? url;
  const head = pageHead(route.head, subject, guide, origin);
  const isMissing = url.pathname.startsWith(paths.file('404'));
  route.head = isMissing ? withoutAddress(head) : head;
  const styles = labStyles(labs);
  if (styles !== '') route.head.push({ tag: 'style', content: styles });
  if (import.meta.env.PROD) {
    route.head.push({
      tag: 'link',
      attrs: { rel: 'manifest', href: paths.file('manifest.webmanifest') },
    });
  }
  route.head.push({
    tag: 'noscript',
    content: `<link rel="stylesheet" href="${lateSheet}">`,
  });
  // The sidebar comes first: without this, the first paint has no title, and the next one is late.
  route.head.push({
    tag: 'link',
    attrs: { rel: 'expect', href: '#_top', blocking: 'render' },
  });
  // Pagefind indexes questions alone.
  if (question) route.head.push(...searchMeta(question, guide));
  else route.entry.data.pagefind = false;
  route.sidebar = sidebarOf(guide, paths, url.pathname);
  if (question) route.pagination = paginationOf(question, guide, paths);
  const top = route.toc?.items[0];
  // A list of one heading helps no one.
  if (route.toc && route.toc.items.length < 3) route.toc = undefined;
  else if (question && top) top.text = 'Your turn';
});
