/**
 * Scores for a mock interview or a candidate, as a code to copy or read aloud, format 1. An example
 * with three questions is `1004-3Z74-407W-8FBB-V7ZB`: digits in Crockford's base 32, in groups of
 * four.
 *
 * The code consists of `1` (the format), a number, and a three-digit checksum.
 *
 * - The number is in mixed radix. The first field, which is the least significant, is the hash of
 *   what was scored (radix 1,048,573). Then each question in order has the number of criteria
 *   (radix 6), each score (radix 6; 0 is "not assessed"), and the time in units of ten seconds
 *   (radix 361, so an hour at most). The number is padded with zeros to fill whole groups.
 * - The checksum makes the whole code, read as one number, divisible by 32,749. That number is a
 *   prime below 32³ with 32 as a primitive root. The checksum detects any single wrong digit, any
 *   two swapped digits, and all but one in 32,749 cases of other damage. The hash's radix is also a
 *   prime, so if the checksum misses any damage, the hash almost never matches.
 */
import type { Result } from '../../lib/result.ts';
import { codesInMockLink, mockHash } from '../mock/mock-link.ts';
import type { ScoredQuestion } from '../mock/scored-question.ts';

/** What a code belongs to. A code fits only if the hash is the same. */
export interface Scored {
  /** A 32-bit hash. */
  readonly hash: number;
  readonly codes: readonly string[];
}

export function scoredMock(link: string): Scored {
  return { hash: mockHash(link), codes: codesInMockLink(link) };
}

/** Seconds per unit of time in a code. */
const unit = 10;
const modulus = 32_749n;
const radix = { hash: 1_048_573, criteria: 6, score: 6, time: 361 };

/** Criteria without a score count as not assessed. */
export function writeScoreCode(scored: Scored, questions: readonly ScoredQuestion[]): string {
  const byCode = new Map(questions.map((question) => [question.code, question]));
  const fields: Field[] = [
    [scored.hash % radix.hash, radix.hash],
    ...scored.codes.flatMap((code) => fieldsOf(byCode.get(code))),
  ];
  const number = fields.reduceRight((sum, [value, of]) => sum * BigInt(of) + BigInt(value), 0n);
  const body = writeBase32(number, 1);
  // Together, the format, the body, and the three checksum digits fill whole groups.
  const open = `1${body.padStart(body.length + ((4 - (body.length % 4)) % 4), '0')}`;
  const remainder = ((readBase32(open) ?? 0n) * 32n ** 3n) % modulus;
  const code = `${open}${writeBase32((modulus - remainder) % modulus, 3)}`;
  return code.match(/.{4}/g)?.join('-') ?? '';
}

/**
 * Reads a code and returns the questions with their scores and times (rounded to ten seconds).
 * Ignores case, spaces, and hyphens, and accepts O for 0, and I or L for 1. Never throws.
 */
export function readScoreCode(text: string, scored: Scored): Result<readonly ScoredQuestion[]> {
  // The longest code has 314 characters with its hyphens, so text this long can't be one.
  const code = text.length > 1000 ? '?' : tidyBase32(text.replace(/[\s\p{Pd}]/gu, ''));
  if (code === '') return { problem: scoreCodeProblems.empty };
  if (/^[2-9]/.test(code)) return { problem: scoreCodeProblems.otherVersion };
  const whole = readBase32(code);
  const isWhole = whole !== undefined && code.startsWith('1') && code.length % 4 === 0;
  if (!isWhole || whole % modulus !== 0n) return { problem: scoreCodeProblems.damaged };
  const result = readFields(readBase32(code.slice(1, -3)) ?? 0n, scored);
  // Reject any other spelling of the same number, such as one with more leading zeros.
  const isOurs =
    'problem' in result || writeScoreCode(scored, result.value).replaceAll('-', '') === code;
  return isOurs ? result : { problem: scoreCodeProblems.damaged };
}

type Field = readonly [value: number, of: number];

function fieldsOf(question: ScoredQuestion | undefined): Field[] {
  const scores = question?.scores.slice(0, radix.criteria - 1) ?? [];
  return [
    [scores.length, radix.criteria],
    ...scores.map((score) => field(score ?? 0, radix.score)),
    field((question?.seconds ?? 0) / unit, radix.time),
  ];
}

function field(value: number, of: number): Field {
  return [Math.min(of - 1, Math.max(0, Math.round(value) || 0)), of];
}

function readFields(number: bigint, { hash, codes }: Scored): ReturnType<typeof readScoreCode> {
  let rest = number;
  const take = (of: number): number => {
    const value = Number(rest % BigInt(of));
    rest /= BigInt(of);
    return value;
  };
  if (take(radix.hash) !== hash % radix.hash) return { problem: scoreCodeProblems.other };
  const questions = codes.map((code) => {
    const criteria = take(radix.criteria);
    const scores = Array.from({ length: criteria }, () => take(radix.score) || null);
    return { code, scores, seconds: take(radix.time) * unit };
  });
  return rest === 0n ? { value: questions } : { problem: scoreCodeProblems.damaged };
}

export const scoreCodeProblems = {
  empty: 'Paste a score code or a link first.',
  damaged:
    'This code is incomplete or has a typo. Copy it again, from the first group to the last.',
  otherVersion:
    'This code needs a newer version of this page, or its first character is wrong. Reload the page, then try again.',
  other: 'These scores are from another interview. Nothing was added.',
  noScores: 'This link has no scores. Ask for the link that appears after the scores are locked.',
} as const;

/**
 * The digits of Crockford's base 32 (https://www.crockford.com/base32.html): digits and capital
 * letters. I, L, and O are left out because they could be misread, and U so that fewer codes spell
 * obscenities.
 */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export function writeBase32(number: bigint, length: number): string {
  let text = '';
  for (let rest = number; rest > 0n; rest /= 32n) text = `${digits[Number(rest % 32n)]}${text}`;
  return text.padStart(length, '0');
}

/**
 * Reads a whole number. Accepts either case, O for 0, and I or L for 1. Returns undefined if the
 * text is empty or has any other characters.
 */
export function readBase32(text: string): bigint | undefined {
  const clean = tidyBase32(text);
  if (!/^[0-9A-HJKMNP-TV-Z]+$/.test(clean)) return undefined;
  return [...clean].reduce((number, digit) => number * 32n + BigInt(digits.indexOf(digit)), 0n);
}

/** Normalizes digits: uppercase, with 0 for O, and 1 for I and L. */
function tidyBase32(text: string): string {
  return text.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
}
