/** Names of the browser's caches that hold the guide; a host may serve several guides. */
export interface CacheNames {
  /** What all of them start with. */
  readonly prefix: string;
  /** Files whose names are made from their content, of all versions that an open tab may need. */
  readonly files: string;
  /** What was fetched on demand. */
  readonly fetched: string;
  /** The files of a pack, by the pack's name. */
  unpacked(pack: string): string;
}

/** The names for a guide that lives below a path, such as `/guide/`. */
export function cacheNames(base: string): CacheNames {
  const prefix = `guide:${base}:`;
  return {
    prefix,
    files: `${prefix}files`,
    fetched: `${prefix}fetched`,
    unpacked: (pack) => `${prefix}unpacked:${pack}`,
  };
}
