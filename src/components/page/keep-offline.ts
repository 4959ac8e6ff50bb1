import { keptText } from '../../browser/kept-text.ts';

/**
 * Has the browser keep the guide for reading without a connection, once the page is there, unless
 * the reader turned that off; then listens for newer versions. See docs/offline.md.
 */
export function keepOffline(): void {
  // The development server has no worker.
  if (!import.meta.env.PROD || keptText('guide-offline') === 'off') return;
  void import('../offline/start-worker.ts').then(
    ({ startWorker }) => startWorker(),
    () => {},
  );
}
