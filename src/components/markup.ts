import { escapeHtml } from '../lib/text.ts';

/** HTML or SVG in which all text has been escaped. */
export interface Markup {
  readonly text: string;
}

/**
 * A value in a template. Markup is inserted unchanged, strings are escaped, numbers are rounded to
 * two decimals, and `false` and `undefined` add nothing. A list adds each of its values.
 */
export type Inlay = Markup | string | number | false | undefined | readonly Inlay[];

/** A template tag for HTML or SVG. Values are escaped unless they are markup already. */
export function markup(strings: TemplateStringsArray, ...inlays: readonly Inlay[]): Markup {
  return {
    text: strings.reduce((text, string, index) => text + string + write(inlays[index]), ''),
  };
}

function write(inlay: Inlay): string {
  if (inlay === undefined || inlay === false) return '';
  if (typeof inlay === 'number') return String(Number(inlay.toFixed(2)));
  if (typeof inlay === 'string') return escapeHtml(inlay);
  return 'text' in inlay ? inlay.text : inlay.map(write).join('');
}
