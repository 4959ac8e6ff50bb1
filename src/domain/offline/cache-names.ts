/**
 * Returns the names of a guide's caches. They contain the guide's base path, such as `/guide/`,
 * because a host may serve several guides.
 */
export function cacheNames(base: string) {
  // Earlier versions of the worker used this prefix for `files`, `unpacked:…`, and `fetched`, whose
  // content wasn't checked. These caches are deleted once no tab needs them.
  const prefix = `guide:${base}:`;
  // Contains the files of the current version, of a version that is being installed, and of older
  // versions that an open tab may need.
  const precache = `${prefix}precache`;
  return { prefix, precache, opened: `${prefix}opened` };
}
