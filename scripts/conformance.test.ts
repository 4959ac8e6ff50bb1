import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readReport, reportFiles, reportProblems } from './conformance.ts';

const report = readReport();
const [first] = report.criteria;
if (first === undefined) throw new Error('The report has no criteria.');
const { criteria } = report;

describe('the conformance report', () => {
  it('has all 55 criteria, each with tests that exist', () => {
    expect(criteria).toHaveLength(55);
    expect(reportProblems(report)).toEqual([]);
  });

  it('matches what "npm run conformance" writes', async () => {
    for (const [file, text] of await reportFiles(report)) {
      expect(readFileSync(file, 'utf8'), file).toBe(text);
    }
    // Formatting takes a second, and more on a busy machine.
  }, 30_000);

  it.each([
    ['a criterion is missing', criteria.slice(1), 'has 31 criteria of level A, found 30'],
    ['one appears twice', [...criteria.slice(1), criteria[1]], 'appears twice'],
    ['one has no test', [{ ...first, tests: [] }, ...criteria.slice(1)], 'needs a test'],
    [
      'a test has another title',
      [{ ...first, tests: ['scripts/conformance.test.ts > x y'] }, ...criteria.slice(1)],
      'names a test that doesn',
    ],
    [
      'too many are not evaluated',
      criteria.map((one) => ({ ...one, adherence: 'not-evaluated' as const })),
      '55 criteria are not evaluated; at most 5 may be.',
    ],
  ])('is refused if %s', (_, changed, message) => {
    const list = changed.filter((one) => one !== undefined);
    expect(reportProblems({ ...report, criteria: list }).join('\n')).toContain(message);
  });
});
