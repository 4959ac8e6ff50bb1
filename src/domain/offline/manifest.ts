/**
 * The list of files that the build writes into `worker.js` (`src/integrations/offline.ts`), with
 * their URLs relative to the worker and the SHA-256 of their content in base64. It is compact
 * because every reader downloads it with every update.
 */
export interface Manifest {
  readonly precached: readonly ListedFile[];
  readonly opened: readonly ListedFile[];
}

export type ListedFile = readonly [url: string, sha256: string];

/**
 * Returns an entry in workbox-precaching's format. Because of `integrity`, fetches fail if the
 * content is different.
 */
export function precacheEntry([url, sha256]: ListedFile) {
  // The start page's URL is empty, which workbox doesn't accept, so all URLs start with `./`.
  return { url: `./${url}`, revision: sha256, integrity: `sha256-${sha256}` };
}
