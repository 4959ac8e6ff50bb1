/** Names of the guide's caches; a host may serve several guides. */
export interface CacheNames {
  /**
   * Their common prefix, which caches of earlier versions have too: `files`, `unpacked:…`, and
   * `fetched`, whose content wasn't checked. They are deleted when no tab needs them.
   */
  readonly prefix: string;
  /**
   * Files of the current version, of one being installed, and of versions that an open tab may
   * need.
   */
  readonly precache: string;
  readonly opened: string;
}

export function cacheNames(base: string): CacheNames {
  const prefix = `guide:${base}:`;
  return { prefix, precache: `${prefix}precache`, opened: `${prefix}opened` };
}
