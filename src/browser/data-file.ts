import { OutdatedPageError } from './outdated-page.ts';

/** The content of a data file. @throws {OutdatedPageError} if it isn't of this code's version */
export async function readDataFile<Data>(response: Response, version: number): Promise<Data> {
  // The host answers, but has no such file anymore.
  if (response.status === 404) throw new OutdatedPageError();
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}.`);
  const data = (await response.json()) as Data & { readonly version?: unknown };
  if (data.version !== version) throw new OutdatedPageError();
  return data;
}
