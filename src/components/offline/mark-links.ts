import { element } from '../button.ts';

/**
 * While the device is offline, links to pages of the guide that aren't stored say so: topics and
 * paths, for example, are stored when they are opened.
 */
export async function markLinks(): Promise<void> {
  if (navigator.onLine) {
    for (const mark of document.querySelectorAll('a > .not-stored')) mark.remove();
    return;
  }
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].filter(
    ({ origin, pathname }) =>
      origin === location.origin && pathname !== location.pathname && pathname.endsWith('/'),
  );
  for (const [pathname, same] of Map.groupBy(links, (link) => link.pathname)) {
    // Keys of the cache have the version in their query.
    const stored = await caches.match(pathname, { ignoreSearch: true, ignoreVary: true });
    if (stored !== undefined || navigator.onLine) continue;
    for (const link of same) {
      if (link.querySelector('.not-stored') !== null) continue;
      link.append(element('small', { className: 'not-stored' }, ' (needs a connection)'));
    }
  }
}
