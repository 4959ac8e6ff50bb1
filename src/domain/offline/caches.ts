/**
 * Names of the caches of a guide under a path, such as `/guide/`; a host may serve several guides.
 */
export function cacheNames(base: string) {
  // Caches of earlier versions have it too: `files`, `unpacked:…`, and `fetched`, whose content
  // wasn't checked. They are deleted when no tab needs them.
  const prefix = `guide:${base}:`;
  // Files of the current version, of one being installed, and of those that an open tab may need.
  const precache = `${prefix}precache`;
  return { prefix, precache, opened: `${prefix}opened` };
}
