import { spawnSync } from 'node:child_process';
import { checkedContent } from '../src/checked-content.ts';

/**
 * Returns the date of the content, in seconds since 1970. The date is `SOURCE_DATE_EPOCH` if it is
 * set (https://reproducible-builds.org/specs/source-date-epoch/), and otherwise the time of the
 * last commit. Without commits, the date is the latest day on which facts were checked.
 */
export function contentDate(root: string, environment: NodeJS.ProcessEnv): number {
  const given = givenDate(environment['SOURCE_DATE_EPOCH']);
  if (given !== undefined) return given;
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status === 0 && /^\d+\s*$/.test(stdout)) return Number(stdout);
  const { questions } = checkedContent(root).records;
  const days = questions.map(({ data }) => Date.parse(`${data['factsCheckedOn']}`) / 1000);
  return Math.max(0, ...days);
}

/**
 * Returns `SOURCE_DATE_EPOCH` as a number, or undefined if it is missing or empty. With at most
 * eleven digits, the latest year is 5138, so every year has four digits.
 *
 * @throws RangeError if it isn't a whole number with at most eleven digits
 */
export function givenDate(value = ''): number | undefined {
  if (value === '') return undefined;
  if (/^\d{1,11}$/.test(value)) return Number(value);
  throw new RangeError(
    `SOURCE_DATE_EPOCH is "${value}". Expected seconds since 1970, in at most 11 digits.`,
  );
}
