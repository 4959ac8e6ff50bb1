/**
 * A page stays open while the guide is updated, and then loads data and scripts of a version that
 * its own code doesn't know.
 */

const outdatedPage = 'This page is from an earlier version. Reload it.';

/** Data of another version than this page's code. Its message is for readers. */
export class OutdatedPageError extends Error {
  override readonly message = outdatedPage;
}

/**
 * A sentence about something that didn't load. A browser doesn't say why a script didn't, and
 * doesn't request it again before the page is reloaded.
 *
 * @param otherwise the sentence if the connection may be the reason
 */
export function loadProblem(error: unknown, otherwise: string): string {
  if (error instanceof OutdatedPageError) return outdatedPage;
  return isScriptError(error) ? 'Part of this page didn’t load. Reload it.' : otherwise;
}

/** Whether an import failed: all browsers say "module" then, and not if `fetch` fails. */
function isScriptError(error: unknown): boolean {
  return error instanceof TypeError && /module/i.test(error.message);
}
