/**
 * The `_headers` file, which tells static hosts which response headers to send (see
 * https://developers.cloudflare.com/pages/configuration/headers/ and
 * https://docs.netlify.com/manage/routing/headers/). Patterns start at the beginning of a line,
 * with their headers indented below them. All matching rules apply. By default, these hosts make
 * browsers revalidate files each time.
 */
import { cacheForever, type Header, type HostRules } from './host-rules.ts';

/** Maximum line length that hosts accept, in characters. */
const maxLineLength = 2000;

/** @throws Error if a line is too long for hosts */
export function writeHeadersFile({ home, headers, unchanging }: HostRules): string {
  const lines = [
    ...rule(home, headers),
    ...unchanging.flatMap((folder) => rule(folder, [['Cache-Control', cacheForever]])),
  ];
  const long = lines.find(({ length }) => length > maxLineLength);
  if (long !== undefined) {
    throw new Error(
      `_headers has a line of ${long.length} characters, and hosts accept ${maxLineLength}: "${long.trim().slice(0, 60)}…"`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function rule(folder: string, headers: readonly Header[]): string[] {
  return [`${folder}*`, ...headers.map(([name, value]) => `  ${name}: ${value}`)];
}
