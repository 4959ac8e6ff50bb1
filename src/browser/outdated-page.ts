/**
 * A page stays open while the guide is updated, and then loads data and scripts of a version that
 * its own code doesn't know.
 */

export const outdatedPage = 'This page is from an earlier version. Reload it.';

/** Data of another version than this page's code. */
export class OutdatedPageError extends Error {
  constructor(file: string) {
    super(`${file}: ${outdatedPage}`);
  }
}

/** The content of a data file. @throws {OutdatedPageError} if it isn't of this code's version */
export async function readDataFile<Data>(response: Response, version: number): Promise<Data> {
  // The host answers, but has no such file anymore.
  if (response.status === 404) throw new OutdatedPageError(response.url);
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}.`);
  const data = await (response.json() as Promise<Data & { readonly version?: unknown }>).catch(
    (error: unknown) => {
      checkStoredFiles();
      throw error;
    },
  );
  if (data.version !== version) throw new OutdatedPageError(response.url);
  return data;
}

/** The worker deletes and loads again what is damaged, see `src/worker/worker.ts`. */
function checkStoredFiles(): void {
  navigator.serviceWorker?.controller?.postMessage('check');
}

/**
 * A sentence about something that didn't load: that the page is outdated, or another one.
 *
 * @param otherwise the sentence if the connection may be the reason
 */
export async function loadProblem(error: unknown, otherwise: string): Promise<string> {
  if (error instanceof OutdatedPageError) return outdatedPage;
  if (!isScriptError(error)) return otherwise;
  checkStoredFiles();
  // An import doesn't say why it failed, so ask whether the host can be reached.
  const init = { method: 'HEAD', cache: 'no-store' } as const;
  const isReachable = await fetch(location.pathname, init).then(
    ({ ok }) => ok,
    () => false,
  );
  return isReachable ? outdatedPage : otherwise;
}

/** Whether an import failed: all browsers say "module" then. A `fetch` fails without that word. */
function isScriptError(error: unknown): boolean {
  return error instanceof TypeError && /module/i.test(error.message);
}
