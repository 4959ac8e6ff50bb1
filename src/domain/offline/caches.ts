/**
 * Returns the names of the caches of a guide under a path, such as `/guide/`. A host may serve
 * several guides.
 */
export function cacheNames(base: string) {
  // Caches of earlier versions have this prefix too: `files`, `unpacked:…`, and `fetched`, whose
  // content wasn't checked. They are deleted when no tab needs them.
  const prefix = `guide:${base}:`;
  // It holds files of the current version, of a version that is being installed, and of versions
  // that an open tab may need.
  const precache = `${prefix}precache`;
  return { prefix, precache, opened: `${prefix}opened` };
}
