/** The guide as the browser keeps it for reading offline: what there is, making it, removing it. */
import { cacheNames } from '../domain/offline/caches.ts';
import { keepText, keptText } from './kept-text.ts';
import { keptKeys } from './kept-texts.ts';

/** What there is of it. */
export interface OfflineCopy {
  /**
   * `impossible`: the browser keeps no pages, or not for this address. `off`: the reader wants none.
   * `arriving`: it is on its way, or could not be fetched. `kept`: the guide works offline.
   */
  readonly state: 'impossible' | 'off' | 'arriving' | 'kept';
  /** Bytes that it takes on the device. */
  readonly bytes: number;
}

/** What there is. @param base the site's base path */
export async function offlineCopy(base: string): Promise<OfflineCopy> {
  try {
    const bytes = await keptBytes(base);
    if (keptText(keptKeys.offline) === 'off') return { state: 'off', bytes };
    const registration = await navigator.serviceWorker.getRegistration(base);
    return { state: registration?.active ? 'kept' : 'arriving', bytes };
  } catch {
    // Addresses without HTTPS have neither caches nor workers, private windows may refuse them.
    return { state: 'impossible', bytes: 0 };
  }
}

/**
 * Makes the guide available offline, and remembers that it is wanted. Gives when it is there.
 * @throws if the browser refuses
 */
export async function makeOfflineCopy(base: string): Promise<void> {
  keepText(keptKeys.offline, null);
  await navigator.serviceWorker.register(`${base}worker.js`);
  await navigator.serviceWorker.ready;
}

/** Removes all of it, and remembers that it is not wanted. Records of study are not part of it. */
export async function removeOfflineCopy(base: string): Promise<void> {
  keepText(keptKeys.offline, 'off');
  const registration = await navigator.serviceWorker.getRegistration(base);
  await registration?.unregister();
  await Promise.all((await namesBelow(base)).map((name) => caches.delete(name)));
}

async function namesBelow(base: string): Promise<string[]> {
  const { prefix } = cacheNames(base);
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

async function keptBytes(base: string): Promise<number> {
  let bytes = 0;
  for (const name of await namesBelow(base)) {
    const cache = await caches.open(name);
    const responses = await Promise.all((await cache.keys()).map((key) => cache.match(key)));
    const blobs = await Promise.all(responses.map((response) => response?.blob()));
    bytes += blobs.reduce((sum, blob) => sum + (blob?.size ?? 0), 0);
  }
  return bytes;
}
