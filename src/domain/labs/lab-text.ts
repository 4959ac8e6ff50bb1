import { dollars } from '../worked/format.ts';

export type TextParts = Readonly<Record<string, string | number>>;

/**
 * Fills in a sentence of a lab with its numbers: `{alerts}`, or with a noun, `{missed|case is|cases
 * are}`. If no plural is given, the noun gets an s.
 *
 * @throws RangeError for a part that isn't given
 */
export function fillText(text: string, parts: TextParts): string {
  return text.replaceAll(
    /\{(\w+)(?:\|([^{}|]*)(?:\|([^{}|]*))?)?\}/g,
    (_, name: string, one?: string, many?: string) => {
      const part = parts[name];
      if (part === undefined) throw new RangeError(`The lab doesn't give {${name}}.`);
      const written = typeof part === 'number' ? writeNumber(part) : part;
      if (one === undefined) return written;
      return `${written} ${written === '1' ? one : (many ?? `${one}s`)}`;
    },
  );
}

/** Writes a number with at most one decimal. */
export function writeNumber(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 1 });
}

/** Writes thousands of dollars with their sign, which a line break must not separate from them. */
export function signedDollars(amount: number): string {
  const rounded = 1000 * Math.round(amount / 1000);
  return `${rounded > 0 ? '+' : ''}${dollars(rounded)}`;
}
