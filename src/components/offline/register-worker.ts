import { readStorage } from '../../browser/local-storage.ts';

/** How long the download waits on a first visit, in milliseconds. */
const pause = 3000;

/** True if offline reading is off. Readers can turn it off in any tab, at any time. */
const isOff = (): boolean => readStorage('guide-offline') === 'off';

/**
 * Registers the service worker unless offline reading is off. If the reader turns it back on,
 * `offline-control.ts` registers the worker. See docs/offline.md.
 */
export async function registerWorker(): Promise<void> {
  // The development server has no worker.
  if (!import.meta.env.PROD || isOff()) return;
  try {
    const workers = navigator.serviceWorker;
    if (!workers.controller) await new Promise((done) => setTimeout(done, pause));
    if (isOff()) return;
    await workers.register(`${import.meta.env.BASE_URL}worker.js`);
    const registration = await workers.ready;
    if (isOff()) return;
    // The browser may have cleared the caches but kept the worker.
    registration.active?.postMessage('fill');
    (await import('./update-bar.ts')).watchUpdates(workers, registration);
  } catch {
    // Without service workers, pages load from the network.
  }
}
