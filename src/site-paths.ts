import { pathsBelow } from './domain/links/paths.ts';

export const paths = pathsBelow(import.meta.env.BASE_URL);

/**
 * Returns the public URL of a path, or undefined if the build doesn't know its host (`SITE_URL`).
 */
export function publicUrl(path: string): string | undefined {
  const { SITE_URL } = import.meta.env;
  return SITE_URL ? new URL(path, SITE_URL).href : undefined;
}
