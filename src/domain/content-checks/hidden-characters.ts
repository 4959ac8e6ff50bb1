/**
 * Characters that are invisible or reverse text direction. With them, a page could say one thing to
 * its reviewer and another to readers or programs (https://trojansource.codes,
 * https://www.unicode.org/reports/tr36/). Line feeds, tabs, and a single emoji variation selector
 * are allowed. The Braille blank is included because it looks like a space, and a third combining
 * mark is included because stacked marks can cover the text around them.
 */
export const everyHidden =
  /\u2800|\uFE0F(?=\uFE0F)|\p{M}(?=\p{M}{2})|(?!\n|\t|\uFE0F)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFF9-\uFFFD]/gu;

/**
 * Puts text on one line and escapes hidden characters, as in `\u{202E}`, so that it can be printed
 * safely anywhere.
 */
export function visibleLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(everyHidden, (character) => `\\u{${codeOf(character)}}`);
}

export function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
