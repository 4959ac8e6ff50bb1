/**
 * Returns an unused file name from the first words of a text. It uses six words, or more if
 * necessary.
 * @throws RangeError if the text has no words, or all of its names are taken
 */
export function freeName(text: string, taken: ReadonlySet<string>): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[a-z0-9]+/g);
  if (words === null) throw new RangeError(`"${text}" has no words to make a name from.`);
  for (let count = Math.min(6, words.length); count <= words.length; count += 1) {
    const name = words.slice(0, count).join('-');
    if (!taken.has(name)) return name;
  }
  throw new RangeError(`The name "${words.join('-')}" is taken: use other words.`);
}
