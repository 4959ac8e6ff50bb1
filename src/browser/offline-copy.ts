/**
 * The guide as this browser stores it for reading offline: what there is, making it, deleting it. Only
 * the page `/offline/` imports this file, and it imports nothing that a script of another page does:
 * so Astro puts it into the page, and it works when no file of `_astro/` can be had.
 */
import { cacheNames } from '../domain/offline/caches.ts';

export interface OfflineCopy {
  /**
   * `impossible`: the browser stores no pages, or not for this address. `off`: the reader wants none.
   * `incomplete`: it is being fetched, or could not be. `complete`: the guide works offline.
   */
  readonly state: 'impossible' | 'off' | 'incomplete' | 'complete';
  /** Bytes that it takes on the device. */
  readonly bytes: number;
}

/** Where `keep-offline.ts` looks: the key `offline` of `kept-texts.ts`. */
const offKey = `${import.meta.env.STORAGE}-offline`;

/** How long a worker may take to answer, in milliseconds: one of an older version never does. */
const patience = 3000;

/** What there is. @param base the site's base path */
export async function offlineCopy(base: string): Promise<OfflineCopy> {
  try {
    const bytes = await storedBytes(base);
    if (localStorage.getItem(offKey) === 'off') return { state: 'off', bytes };
    const { active } = (await navigator.serviceWorker.getRegistration(base)) ?? {};
    const missing = active && (await ask(active, 'count-missing', patience).catch(() => undefined));
    return { state: missing === 0 ? 'complete' : 'incomplete', bytes };
  } catch {
    // Hosts without HTTPS have neither caches nor workers, private windows may refuse them.
    return { state: 'impossible', bytes: 0 };
  }
}

/**
 * Makes the guide available offline, and remembers that it is wanted. Resolves when it is there.
 * @throws if something of it can't be fetched, or the browser refuses
 */
export async function makeOfflineCopy(base: string): Promise<void> {
  localStorage.removeItem(offKey);
  const registration = await navigator.serviceWorker.register(`${base}worker.js`);
  await registration.update();
  const next = registration.installing ?? registration.waiting;
  if (next) await activated(next);
  // A worker that was there before deletes nothing by itself and fetches nothing: it was installed once.
  if (registration.active) await ask(registration.active, 'fill');
}

/** Deletes all of it, and remembers that it is not wanted. Records of study are not part of it. */
export async function deleteOfflineCopy(base: string): Promise<void> {
  localStorage.setItem(offKey, 'off');
  const registration = await navigator.serviceWorker.getRegistration(base);
  const { installing, waiting, active } = registration ?? {};
  // They stop fetching.
  await Promise.allSettled(
    [installing, waiting, active].map((worker) => worker && ask(worker, 'empty', patience)),
  );
  // While a page is open the worker stays, and is used again if the reader wants the copy back.
  await registration?.unregister();
  await Promise.all((await namesBelow(base)).map((name) => caches.delete(name)));
}

/** Waits until a worker has fetched its version and has taken over. */
function activated(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (worker.state === 'installed') worker.postMessage('take-over');
      if (worker.state === 'activated') resolve();
      if (worker.state === 'redundant') reject(new Error('part of it can’t be fetched'));
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

/** What a worker answers; see `src/worker/worker.ts`. */
function ask(worker: ServiceWorker, request: string, timeout?: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<{ value?: unknown; problem?: string }>) => {
      if (data.problem === undefined) resolve(data.value);
      else reject(new Error(data.problem));
    };
    if (timeout !== undefined) setTimeout(() => reject(new Error('no answer')), timeout);
    worker.postMessage(request, [port2]);
  });
}

async function namesBelow(base: string): Promise<string[]> {
  const { prefix } = cacheNames(base);
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

async function storedBytes(base: string): Promise<number> {
  let bytes = 0;
  for (const name of await namesBelow(base)) {
    const cache = await caches.open(name);
    const responses = await Promise.all((await cache.keys()).map((key) => cache.match(key)));
    const blobs = await Promise.all(responses.map((response) => response?.blob()));
    bytes += blobs.reduce((sum, blob) => sum + (blob?.size ?? 0), 0);
  }
  return bytes;
}
