import { OutdatedPageError } from './outdated-page.ts';

/**
 * @throws {OutdatedPageError} if the file is gone, or its version isn't the one that we read
 * @throws {Error} if the file can't be read
 */
export async function readDataFile<Data>(response: Response, version: number): Promise<Data> {
  // The host responds, but no longer has this file.
  if (response.status === 404) throw new OutdatedPageError();
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}.`);
  const data = (await response.json()) as Data & { readonly version?: unknown };
  if (data.version !== version) throw new OutdatedPageError();
  return data;
}
