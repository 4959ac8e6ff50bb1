/**
 * Numbers in Crockford's base 32 (https://www.crockford.com/base32.html): digits and capital
 * letters without I, L, O and U, so that none is taken for another.
 */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Writes a whole number in at least `length` digits. */
export function writeBase32(number: bigint, length: number): string {
  let text = '';
  for (let rest = number; rest > 0n; rest /= 32n) text = `${digits[Number(rest % 32n)]}${text}`;
  return text.padStart(length, '0');
}

/**
 * Reads a whole number: in either case, with O for 0 and I or L for 1. Undefined if there are
 * other characters, or none at all.
 */
export function readBase32(text: string): bigint | undefined {
  const clean = tidyBase32(text);
  if (!/^[0-9A-HJKMNP-TV-Z]+$/.test(clean)) return undefined;
  return [...clean].reduce((number, digit) => number * 32n + BigInt(digits.indexOf(digit)), 0n);
}

/** The same text in the digits proper: capitals, O as 0, I and L as 1. */
export function tidyBase32(text: string): string {
  return text.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
}
