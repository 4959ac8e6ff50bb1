import { plainError } from '../../lib/plain-error.ts';
import { normalizeBase } from './paths.ts';

interface Variables {
  /** The URL of the host, or empty if it isn't known. */
  readonly SITE_URL?: string | undefined;
  /** The guide's folder on the host. */
  readonly BASE_PATH?: string | undefined;
}

/**
 * Returns the site's origin and base path (see docs/hosting.md).
 *
 * @throws {Error} if a variable can't be right. The message says what to write instead.
 */
export function siteAddress({ SITE_URL = '', BASE_PATH = '/' }: Variables) {
  if (SITE_URL !== '' && !isHost(SITE_URL)) {
    throw plainError(
      `SITE_URL is "${SITE_URL}". Write the URL of the host without a path, such as ` +
        'https://guide.example.org. The path, if there is one, belongs in BASE_PATH.',
    );
  }
  if (!/^[\w./~-]*$/.test(BASE_PATH) || /(^|\/)\.{1,2}(\/|$)/.test(BASE_PATH)) {
    throw plainError(
      `BASE_PATH is "${BASE_PATH}". Write the folder of the guide on its host, such as /guide/, ` +
        'or / if it has its own host. It may have letters, digits, and - . _ ~ in it.',
    );
  }
  return { origin: SITE_URL.replace(/\/+$/, ''), base: normalizeBase(BASE_PATH) };
}

function isHost(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    [`${url.origin}`, `${url.origin}/`].includes(address.toLowerCase())
  );
}
