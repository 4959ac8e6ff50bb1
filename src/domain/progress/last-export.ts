/**
 * When progress was last exported to a file. It is stored on the device in format 1:
 * `1.1795550400000`, in milliseconds since 1970. Anything else means "never."
 */

export function writeLastExport(at: number): string {
  return `1.${at}`;
}

/** Reads the time of the last export. Returns null if there was none or the text is invalid. */
export function readLastExport(text: string | null): number | null {
  const found = /^1\.(\d{1,16})$/.exec(text ?? '');
  const at = Number(found?.[1]);
  return found !== null && at <= 8_640_000_000_000_000 ? at : null;
}
