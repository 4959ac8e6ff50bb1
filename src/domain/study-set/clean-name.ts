/** Most characters (Unicode code points) that a set's name has. */
export const longestName = 60;

/**
 * Most bytes that it has in UTF-8: 60 code points of most scripts, 45 of those that need four
 * bytes each. It keeps the whole address of a set short, with the host in front.
 */
const maxBytes = 180;

/**
 * What a name may not hold: control characters, half characters, and the marks that
 * turn the direction of the text around them (https://www.unicode.org/reports/tr9/, table of
 * explicit formatting characters), with which a name could rewrite the line in which it stands.
 */
const unwanted = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;

/** Whether anything of a text can be seen. */
const visible = /[^\p{Z}\p{Default_Ignorable_Code_Point}]/u;

/**
 * A name as it is kept: on one line, without unwanted characters and needless space, cut to its
 * longest; empty if nothing of it can be seen. It is still foreign text: show it as text,
 * never as markup.
 */
export function cleanName(name: string): string {
  // The longest link holds less than this; the rest of a pasted book isn't worth the time.
  const text = name
    .slice(0, 4000)
    .replace(/\s/g, ' ')
    .replace(unwanted, '')
    .replace(/ +/g, ' ')
    .trim();
  const cut = cutToBytes([...text].slice(0, longestName)).trim();
  return visible.test(cut) ? cut : '';
}

function cutToBytes(characters: readonly string[]): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  const end = characters.findIndex((character) => {
    bytes += encoder.encode(character).length;
    return bytes > maxBytes;
  });
  return characters.slice(0, end === -1 ? undefined : end).join('');
}
