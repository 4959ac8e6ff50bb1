/**
 * Returns the file behind a URL, as on any static host.
 *
 * @param path the path under the base path, without "?" and "#"
 */
export function fileAt(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
