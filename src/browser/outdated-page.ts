/**
 * A page can stay open while the guide is updated. It may then load data and scripts from a version
 * that its own code doesn't know.
 */

const outdatedPage = 'This page is from an earlier version. Reload it.';

/** Thrown if data doesn't fit this page's code. The message is for readers. */
export class OutdatedPageError extends Error {
  override readonly message = outdatedPage;
}

/**
 * Returns a sentence about something that didn't load. If it was a script, the browser doesn't say
 * why and won't request the script again until the page is reloaded.
 * @param otherwise the sentence to return if the connection may be to blame
 */
export function loadProblem(error: unknown, otherwise: string): string {
  if (error instanceof OutdatedPageError) return outdatedPage;
  return isScriptError(error) ? 'Part of this page didn’t load. Reload it.' : otherwise;
}

/**
 * True if an import failed. In that case, all browsers mention "module" in the message. If `fetch`
 * fails, none do.
 */
function isScriptError(error: unknown): boolean {
  return error instanceof TypeError && /module/i.test(error.message);
}
