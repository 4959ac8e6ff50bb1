import { element } from '../button.ts';

/**
 * While the device is offline, marks links to pages that aren't stored on it. Topics and paths, for
 * example, are stored only after they have been opened.
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
    // Cache keys have a version in their query string.
    const stored = await caches.match(pathname, { ignoreSearch: true, ignoreVary: true });
    if (stored !== undefined || navigator.onLine) continue;
    for (const link of same) {
      if (link.querySelector('.not-stored') !== null) continue;
      link.append(element('small', { className: 'not-stored' }, ' (needs a connection)'));
    }
  }
}
