import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { labStyles } from './components/labs/all-labs.ts';
import { loadGuide } from './load-guide.ts';
import { pageHead, withoutAddress } from './page-head.ts';
import { paths } from './site-paths.ts';

export const onRequest = defineRouteMiddleware(async ({ locals, site, url }) => {
  const guide = await loadGuide();
  const { labs = [], subject, starlightRoute } = locals;
  const { origin } = site ?? url;
  const head = pageHead(starlightRoute.head, subject, guide, origin);
  const isMissing = url.pathname.startsWith(paths.file('404'));
  starlightRoute.head = isMissing ? withoutAddress(head) : head;
  const styles = labStyles(labs);
  if (styles !== '') starlightRoute.head.push({ tag: 'style', content: styles });
});
