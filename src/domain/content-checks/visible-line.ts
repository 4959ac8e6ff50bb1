/**
 * Characters that are invisible or reverse text direction: with these, a page could say one thing to
 * its reviewer and another to readers or programs (https://trojansource.codes,
 * https://www.unicode.org/reports/tr36/). Line feeds, tabs, and the emoji variation selector are
 * allowed. The Braille blank looks like a space, and a third mark on a letter covers what is around it.
 */
export const hidden =
  /\u2800|\uFE0F(?=\uFE0F)|\p{M}(?=\p{M}{2})|(?!\n|\t|\uFE0F)[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFF9-\uFFFD]/u;
export const everyHidden = new RegExp(hidden, 'gu');

/**
 * Fast path: anything but common letters and punctuation, all of which are visible. Almost no text
 * has any, and this check is a hundred times as fast.
 */
const unusual =
  /[^\n\t -~\u00A1-\u00AC\u00AE-\u024F\u2010-\u2027\u2030-\u205E\u2070-\u20CF\u2100-\u27FF\u2801-\u2BFF]/;

export function holdsHidden(text: string): boolean {
  return unusual.test(text) && hidden.test(text);
}

/** A text on one line with hidden characters escaped as `\\u{202E}`: safe to print anywhere. */
export function visibleLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(everyHidden, (character) => `\\u{${codeOf(character)}}`);
}

export function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
