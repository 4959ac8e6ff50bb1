/** Names of the browser's caches that have the guide; a host may serve several guides. */
export interface CacheNames {
  /**
   * What all of them start with, also those of versions before this one: `files`, `unpacked:…`, and
   * `fetched`, in which nothing was checked. They are deleted when no tab needs them.
   */
  readonly prefix: string;
  /** Files of the version that is in use, of one that is being installed, and of those that an open tab may need. */
  readonly precache: string;
  /** Pages stored when the reader opens them. */
  readonly opened: string;
}

/** The names for a guide below a path, such as `/guide/`. */
export function cacheNames(base: string): CacheNames {
  const prefix = `guide:${base}:`;
  return { prefix, precache: `${prefix}precache`, opened: `${prefix}opened` };
}
