import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleCodes } from '../../../tests/examples/example-book.ts';
import { writeMockLink } from '../mock/mock-link.ts';
import type { Score } from '../progress/records.ts';
import {
  readBase32,
  readScoreCode,
  scoreCodeProblems,
  scoredMock,
  writeBase32,
  writeScoreCode,
} from './score-code.ts';

const linkOf = (codes: readonly string[]) =>
  scoredMock(writeMockLink({ minutes: 30, contentVersion: 'v1', codes }));

const link = linkOf(['222', '233', '244']);
const questions = [
  { code: '222', scores: [4, 3, null, 5], seconds: 180 },
  { code: '233', scores: [1, 2, 3, 4, 5], seconds: 240 },
  { code: '244', scores: [null, null, null], seconds: 0 },
];
const code = writeScoreCode(link, questions);
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const anyQuestion = fc.record({
  scores: fc.array(fc.constantFrom<Score[]>(null, 1, 2, 3, 4, 5), { maxLength: 5 }),
  seconds: fc.nat(360).map((units) => units * 10),
});
const anyResult = fc
  .array(anyQuestion, { minLength: 1, maxLength: 50 })
  .map((list) => list.map((entry, index) => ({ code: exampleCodes[index] ?? '', ...entry })));

function problemOf(text: string): string {
  const result = readScoreCode(text, link);
  return 'problem' in result ? result.problem : 'none';
}

describe('a score code', () => {
  it('has the documented format', () => {
    expect(code).toBe('1004-3Z74-407W-8FBB-V7ZB');
    expect(readScoreCode(code, link)).toEqual({ value: questions });
    // The link is in format 1, which has a seed.
    const earlier = scoredMock('1.3.30...7.v1.222233244');
    expect(writeScoreCode(earlier, questions)).toBe('1004-3Z74-407W-8F1W-PW29');
    expect(readScoreCode('1004-3Z74-407W-8F1W-PW29', earlier)).toEqual({ value: questions });
  });

  it('reads back as it was written', () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        const mock = linkOf(result.map((question) => question.code));
        const written = writeScoreCode(mock, result);
        expect(written).toMatch(/^1[0-9A-HJKMNP-TV-Z]{3}(?:-[0-9A-HJKMNP-TV-Z]{4})*$/);
        expect(readScoreCode(written, mock)).toEqual({ value: result });
      }),
    );
  });

  it('is short', () => {
    const five = exampleCodes
      .slice(0, 5)
      .map((one) => ({ code: one, scores: [5, 5, 5, 5], seconds: 3600 }));
    expect(writeScoreCode(linkOf(exampleCodes.slice(0, 5)), five).length).toBeLessThan(40);
  });

  it('keeps "not assessed" apart from every score, and leaves missing questions not assessed', () => {
    const partly = readScoreCode(writeScoreCode(link, questions.slice(0, 1)), link);
    expect(partly).toEqual({
      value: [
        questions[0],
        { code: '233', scores: [], seconds: 0 },
        { code: '244', scores: [], seconds: 0 },
      ],
    });
  });

  it('rounds the time to ten seconds and stops at an hour', () => {
    const long = [
      { code: '222', scores: [3], seconds: 9999 },
      { code: '233', scores: [3], seconds: 44 },
    ];
    expect(readScoreCode(writeScoreCode(link, long), link)).toMatchObject({
      value: [{ seconds: 3600 }, { seconds: 40 }, { seconds: 0 }],
    });
  });

  it('is read in upper or lower case, without hyphens, with spaces, with O for 0 and I or L for 1', () => {
    const sloppy = [
      code.toLowerCase(),
      code.replaceAll('-', ''),
      `  ${code.replaceAll('-', ' – ')}\n`,
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
      code.replaceAll('0', 'O').replaceAll('1', 'I'),
    ];
    for (const text of sloppy) expect(readScoreCode(text, link)).toEqual({ value: questions });
  });

  it('detects every single wrong character', () => {
    for (const [index, right] of [...code].entries()) {
      if (right === '-') continue;
      for (const wrong of digits.replace(right, '')) {
        expect(problemOf(code.slice(0, index) + wrong + code.slice(index + 1))).not.toBe('none');
      }
    }
  });

  it('detects every swap of two characters, neighbors or not', () => {
    const text = code.replaceAll('-', '');
    for (let i = 0; i < text.length; i += 1) {
      for (let j = i + 1; j < text.length; j += 1) {
        const swapped = [...text]
          .with(i, text[j] ?? '')
          .with(j, text[i] ?? '')
          .join('');
        if (swapped !== text) expect(problemOf(swapped)).not.toBe('none');
      }
    }
  });

  it('detects a missing or repeated character', () => {
    for (let index = 0; index < code.length; index += 1) {
      if (code[index] === '-') continue;
      expect(problemOf(code.slice(0, index) + code.slice(index + 1))).toBe(
        scoreCodeProblems.damaged,
      );
      expect(problemOf(code.slice(0, index + 1) + code.slice(index))).toBe(
        scoreCodeProblems.damaged,
      );
    }
  });

  it('detects an extra group, and more data than its questions have', () => {
    // A zero at the end multiplies the whole code by 32, which the checksum can't detect.
    expect(problemOf(`${code}0`)).toBe(scoreCodeProblems.damaged);
    const open = readBase32(code.replaceAll('-', '').slice(1, -3)) ?? 0n;
    const fields = 1_048_573n * 6n ** 3n * 361n ** 3n * 6n ** (4n + 5n + 3n);
    const more = `1${writeBase32(open + fields, 20)}`;
    const remainder = ((readBase32(more) ?? 0n) * 32_768n) % 32_749n;
    expect(problemOf(more + writeBase32(32_749n - remainder, 3))).toBe(scoreCodeProblems.damaged);
  });

  it('says what is wrong', () => {
    expect(problemOf(' ')).toBe(scoreCodeProblems.empty);
    expect(problemOf('1ABC')).toBe(scoreCodeProblems.damaged);
    expect(problemOf(`2${code.slice(1)}`)).toBe(scoreCodeProblems.otherVersion);
    expect(problemOf('x'.repeat(100_000))).toBe(scoreCodeProblems.damaged);
    expect(problemOf(writeScoreCode(linkOf(['222', '233', '255']), questions))).toBe(
      scoreCodeProblems.other,
    );
    expect(problemOf(writeScoreCode(linkOf(['222']), questions))).toBe(scoreCodeProblems.other);
  });
});
