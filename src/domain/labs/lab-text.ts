import { dollars, number, percent } from '../worked/format.ts';

/** Strings and numbers to fill in, by name. A number that can't be computed is undefined. */
export type TextParts = Readonly<Record<string, string | number | undefined>>;

/**
 * Inserts numbers into a sentence in a lab: `{alerts}`, `{kappa.2}` with two decimals, `{ppv%}` or
 * `{ppv%2}` in percent with one or two decimals, `{cost$}` in dollars, and `{missed|case is|cases
 * are}` with a noun. If no plural is given, it is the singular plus an s.
 *
 * @throws RangeError if a part is missing
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

/** Formats a number with at most one decimal. */
export function writeNumber(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 1 });
}

/**
 * Rounds an amount to thousands of dollars and formats it with a plus or minus sign (none for 0).
 */
export function signedDollars(amount: number): string {
  const rounded = 1000 * Math.round(amount / 1000);
  return `${rounded > 0 ? '+' : ''}${dollars(rounded)}`;
}

/** Formats a number for an axis, such as 1.2M. It has at most three significant digits. */
export function shortNumber(value: number): string {
  return value.toLocaleString('en-US', { notation: 'compact', maximumSignificantDigits: 3 });
}

/** Formats an amount for an axis, such as −$1.2M. It has at most three significant digits. */
export function shortDollars(amount: number): string {
  return `${amount < 0 ? '−' : ''}$${shortNumber(Math.abs(amount))}`;
}
