import { watchUpdates } from './watch-updates.ts';

/** Has the browser keep the guide, then listens for newer versions. */
export async function startWorker(): Promise<void> {
  try {
    const workers = navigator.serviceWorker;
    await workers.register(`${import.meta.env.BASE_URL}worker.js`);
    watchUpdates(workers, await workers.ready);
  } catch {
    // Browsers that can't do it, or may not, read from the network as before.
  }
}
