import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dateText } from '../../../src/domain/words/date-text.ts';
import { readReport, reportFiles } from './conformance.ts';

const report = readReport();
const { criteria } = report;

/** The number of WCAG 2.2 criteria at each level. */
const sizes = { A: 31, AA: 24 } as const;

/** How many criteria may lack an evaluation, although OpenACR allows that only at level AAA. */
const maxNotEvaluated = 5;

function isTest(test: string): boolean {
  const [file = '', title = ''] = test.split(' > ');
  if (!existsSync(file)) return false;
  const text = readFileSync(file, 'utf8');
  return ["'", '`'].some((quote) => text.includes(`${quote}${title}${quote}`));
}

describe('the conformance report', () => {
  it('has all criteria of WCAG 2.2, each once', () => {
    for (const [level, size] of Object.entries(sizes)) {
      expect(
        criteria.filter((one) => one.level === level),
        level,
      ).toHaveLength(size);
    }
    expect(new Set(criteria.map(({ id }) => id)).size).toBe(criteria.length);
  });

  it('names tests that exist', () => {
    expect(criteria.flatMap(({ tests }) => tests).filter((test) => !isTest(test))).toEqual([]);
  });

  it('names a test for each criterion that is evaluated, which nearly all are', () => {
    const notEvaluated = criteria.filter(({ adherence }) => adherence === 'not-evaluated');
    expect(criteria.filter(({ tests }) => tests.length === 0)).toEqual(notEvaluated);
    expect(notEvaluated.length).toBeLessThanOrEqual(maxNotEvaluated);
  });

  it('says the same as the accessibility statement', () => {
    const statement = readFileSync('src/content/docs/accessibility.md', 'utf8');
    const notMet = criteria.filter(
      ({ adherence }) => adherence !== 'supports' && adherence !== 'not-applicable',
    );
    expect(statement).toContain(`as of ${dateText(report.date)}`);
    expect(statement).not.toMatch(/no failures/);
    const [, named = ''] = /we don’t fully meet ([^:]+):/.exec(statement) ?? [];
    expect(named.match(/\d\.\d\.\d+/g) ?? []).toEqual(notMet.map(({ id }) => id));
  });

  it('has tests of focus in windows that are short, not only narrow', () => {
    const tests = criteria.find(({ id }) => id === '2.4.11')?.tests ?? [];
    expect(tests.filter((test) => test.includes('$height'))).not.toEqual([]);
  });

  it('matches what "npm run conformance" writes', async () => {
    for (const [file, text] of await reportFiles(report)) {
      expect(readFileSync(file, 'utf8'), file).toBe(text);
    }
    // Formatting takes a second, or longer on a busy machine.
  }, 30_000);
});
