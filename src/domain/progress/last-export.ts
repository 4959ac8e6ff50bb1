/**
 * When progress was last exported to a file, for localStorage. Format 1 is `1.` followed by the
 * milliseconds since 1970, as in `1.1795550400000`. Anything else means "never."
 */

export function writeLastExport(at: number): string {
  return `1.${at}`;
}

/** Reads the time of the last export. Returns null if there was none or if the text is invalid. */
export function readLastExport(text: string | null): number | null {
  const match = /^1\.(\d{1,16})$/.exec(text ?? '');
  const at = Number(match?.[1]);
  return match !== null && at <= 8_640_000_000_000_000 ? at : null;
}
