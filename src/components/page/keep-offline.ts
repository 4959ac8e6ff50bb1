import { keptText } from '../../browser/kept-text.ts';

/** Milliseconds for which a new reader has the device and the line alone. */
const pause = 3000;

/**
 * Has the browser store the guide for reading without a connection, once the page was read for a
 * moment, unless the reader turned that off; then listens for newer versions. See docs/offline.md.
 */
export async function keepOffline(): Promise<void> {
  // The development server has no worker.
  if (!import.meta.env.PROD || keptText('guide-offline') === 'off') return;
  try {
    const workers = navigator.serviceWorker;
    if (!workers.controller) await new Promise((done) => setTimeout(done, pause));
    await workers.register(`${import.meta.env.BASE_URL}worker.js`);
    const registration = await workers.ready;
    // The browser may have deleted what was stored, and leaves the worker.
    registration.active?.postMessage('fill');
    (await import('../offline/watch-updates.ts')).watchUpdates(workers, registration);
  } catch {
    // Browsers that can't do it, or may not, read from the network as before.
  }
}
