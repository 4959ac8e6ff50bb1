/**
 * The list of files that the build writes into `worker.js` (`src/integrations/offline.ts`). It has
 * their URLs relative to the worker and the SHA-256 of their content in base64. It is kept short,
 * because every reader downloads it with every update.
 */
export interface Manifest {
  readonly precached: readonly ListedFile[];
  readonly opened: readonly ListedFile[];
}

export type ListedFile = readonly [url: string, sha256: string];

/**
 * Returns an entry in workbox-precaching's format. A fetch with `integrity` fails for any other
 * content.
 */
export function precacheEntry([url, sha256]: ListedFile) {
  // The start page's path is empty, and workbox doesn't accept an empty URL.
  return { url: `./${url}`, revision: sha256, integrity: `sha256-${sha256}` };
}
