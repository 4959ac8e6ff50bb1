/**
 * Writes the codes of saved questions, for the buttons on reading pages. They are a copy of the
 * bookmarks in the database and are updated after each change. Format 1 is `1` and the codes, as in
 * `1 xt6 z7s`.
 */
export function writeSavedCodes(codes: readonly string[]): string | null {
  return codes.length === 0 ? null : ['1', ...codes].join(' ');
}

/** Accepts any text and skips invalid codes. */
export function readSavedCodes(text: string | null): ReadonlySet<string> {
  const [version, ...codes] = (text ?? '').slice(0, 100_000).split(' ');
  return new Set(version === '1' ? codes.filter((code) => /^[a-z0-9]{3}$/.test(code)) : []);
}
