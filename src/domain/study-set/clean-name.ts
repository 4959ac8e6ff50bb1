/** Most characters (Unicode code points) that a set's name has. */
export const longestName = 60;

/**
 * Maximum length in UTF-8 bytes: 60 code points of most scripts, 45 of those that need four bytes
 * each. It keeps the whole URL of a set short, including the host.
 */
const maxBytes = 180;

/**
 * Characters that a name can't have: control characters, lone surrogates, and bidirectional
 * formatting characters (https://www.unicode.org/reports/tr9/), with which a name could rewrite the
 * line around it.
 */
const unwanted = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;

/** Whether anything of a text can be seen. */
const visible = /[^\p{Z}\p{Default_Ignorable_Code_Point}]/u;

/**
 * Cleans a name for storage: one line, no unwanted characters or extra spaces, cut to the maximum
 * length; empty if nothing is visible. It is still untrusted text: show it as text, never as
 * markup.
 */
export function cleanName(name: string): string {
  // The longest link is shorter than this; the rest of a pasted book isn't worth the time.
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
