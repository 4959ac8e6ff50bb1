import { dollars, number, percent } from '../worked/format.ts';

/** Texts and numbers by name. A number is undefined if it can't be computed. */
export type TextParts = Readonly<Record<string, string | number | undefined>>;

/**
 * Fills in a sentence of a lab with its numbers: `{alerts}`, with two decimals `{kappa.2}`, as a
 * share in percent `{ppv%}` or `{ppv%2}`, in dollars `{cost$}`, or with a noun, `{missed|case
 * is|cases are}`. If no plural is given, the noun gets an s.
 *
 * @throws RangeError for a part that isn't given
 */
export function fillText(text: string, parts: TextParts): string {
  return text.replaceAll(
    /\{(\w+)([.%$]\d?)?(?:\|([^{}|]*)(?:\|([^{}|]*))?)?\}/g,
    (_, name: string, format?: string, one?: string, many?: string) => {
      if (!Object.hasOwn(parts, name)) throw new RangeError(`The lab doesn't give {${name}}.`);
      const written = writePart(parts[name], format);
      if (one === undefined) return written;
      return `${written} ${written === '1' ? one : (many ?? `${one}s`)}`;
    },
  );
}

function writePart(part: string | number | undefined, format = ''): string {
  if (typeof part === 'string') return part;
  if (part === undefined || !Number.isFinite(part)) return '–';
  const [sign, decimals] = format;
  if (sign === '$') return dollars(part);
  if (sign === '%') return percent(part, Number(decimals ?? 1));
  const written = sign === '.' ? number(part, Number(decimals)) : writeNumber(part);
  return written.replace('-', '−');
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

/** Writes a number in three digits for an axis, such as 1.2M. */
export function shortNumber(value: number): string {
  return value.toLocaleString('en-US', { notation: 'compact', maximumSignificantDigits: 3 });
}

/** Writes an amount in three digits for an axis, such as −$1.2M. */
export function shortDollars(amount: number): string {
  return `${amount < 0 ? '−' : ''}$${shortNumber(Math.abs(amount))}`;
}
