/**
 * The labs whose goals the reader has solved in this browser. Format 1 is `1` and the ids of the
 * labs, as in `1 drift threshold`. Ids of labs that this version doesn't have are kept.
 */
export function readSolvedLabs(text: string | null): Set<string> {
  const [version, ...ids] = (text ?? '').slice(0, 10_000).split(' ');
  return new Set(version === '1' ? ids.filter((id) => /^[a-z0-9-]{1,60}$/.test(id)) : []);
}

/** Returns the text with one more solved lab. A text in a later format stays as it is. */
export function writeSolvedLab(text: string | null, id: string): string {
  if (text !== null && /^\d+ /.test(text) && !text.startsWith('1 ')) return text;
  return ['1', ...readSolvedLabs(text).add(id)].join(' ');
}
