/**
 * Reads the ids of the labs that the reader has solved in this browser. Format 1 is `1` followed by
 * the ids, as in `1 drift threshold`. Unknown ids are kept, because another version of the guide
 * may have those labs.
 */
export function readSolvedLabs(text: string | null): Set<string> {
  const [version, ...ids] = (text ?? '').slice(0, 10_000).split(' ');
  return new Set(version === '1' ? ids.filter((id) => /^[a-z0-9-]{1,60}$/.test(id)) : []);
}

/** Adds a solved lab to the stored text. If the text is in a later format, returns it unchanged. */
export function writeSolvedLab(text: string | null, id: string): string {
  if (text !== null && /^\d+ /.test(text) && !text.startsWith('1 ')) return text;
  return ['1', ...readSolvedLabs(text).add(id)].join(' ');
}
