import type { SourceData } from '../../schemas/source.ts';
import { dayLength, dayOfMoment } from '../review/days.ts';
import type { Ledger, ValidQuestion } from './check-guide.ts';
import type { Library } from './check-library.ts';
import { type Issue, issueAt } from './issue.ts';
import type { LocatedYaml } from './read-yaml.ts';

/** The maximum number of years before a source must be checked again. */
const maxYears = 5;

/** Reports changes that are newer than `factsCheckedOn` or aren't listed newest first. */
export function* changesOutOfOrder(questions: readonly ValidQuestion[]): Generator<Issue> {
  for (const { file, data, frontMatter } of questions) {
    for (const [index, { on }] of (data.changes ?? []).entries()) {
      const above = data.changes?.[index - 1]?.on;
      const latest = above ?? data.factsCheckedOn;
      if (on <= latest) continue;
      yield issueAt('change-order', file, frontMatter.positionOf(['changes', index, 'on']), {
        what: `the change is newer than ${above === undefined ? 'factsCheckedOn' : 'the one above it'}`,
        expected: `a date no later than ${latest}`,
        found: on,
        fix:
          above === undefined
            ? `write factsCheckedOn: "${on}" if you checked the facts then`
            : 'put the newest change first',
      });
    }
  }
}

/** Rejects dates that can't be right, such as checks in the future or reviews in the far future. */
export function* checkDays(
  questions: readonly ValidQuestion[],
  { sources }: Library,
  ledger: Ledger,
  today: string,
): Generator<Issue> {
  // Tomorrow is fine, because it has already begun in some time zones.
  const tomorrow = dayOfMoment(Date.parse(today) + dayLength);
  const pastLimit: Limit = { latest: tomorrow, named: today };
  const lastReview = `${Number(today.slice(0, 4)) + maxYears}${today.slice(4)}`;
  const reviewLimit: Limit = { latest: lastReview, named: lastReview };
  for (const { file, data, frontMatter } of questions) {
    yield* after(pastLimit, data.factsCheckedOn, file, frontMatter, ['factsCheckedOn']);
  }
  for (const { file, data, yaml } of sources) {
    yield* after(pastLimit, data.checkedOn, file, yaml, ['checkedOn']);
    yield* after(reviewLimit, data.reviewBy, file, yaml, ['reviewBy']);
    yield* reviewBeforeCheck(data, file, yaml);
    // A change may take effect in the future.
    yield* after(reviewLimit, data.changed?.on ?? '', file, yaml, ['changed', 'on']);
    if (data.status === 'proposed') continue;
    yield* after(pastLimit, data.published, file, yaml, ['published']);
  }
  const { file, yaml } = ledger;
  for (const [index, { given, retired }] of ledger.entries.entries()) {
    yield* after(pastLimit, given, file, yaml, [index, 'given']);
    yield* after(pastLimit, retired?.on ?? '', file, yaml, [index, 'retired', 'on']);
  }
}

function* reviewBeforeCheck(
  { checkedOn, reviewBy }: SourceData,
  file: string,
  yaml: LocatedYaml,
): Generator<Issue> {
  if (reviewBy > checkedOn) return;
  yield issueAt('wrong-value', file, yaml.positionOf(['reviewBy']), {
    what: 'the next check is planned before the last one',
    expected: `a date after checkedOn, ${checkedOn}`,
    found: reviewBy,
    fix: 'write the day by which the source should be checked again',
  });
}

/** The latest valid day and the day to name in the message. */
interface Limit {
  readonly latest: string;
  readonly named: string;
}

function* after(
  { latest, named }: Limit,
  day: string,
  file: string,
  yaml: LocatedYaml,
  path: readonly PropertyKey[],
): Generator<Issue> {
  // For some sources, only the year or the month is known.
  if (day <= latest.slice(0, day.length)) return;
  yield issueAt('wrong-value', file, yaml.positionOf(path), {
    what: 'the date is too far in the future',
    expected: `a date no later than ${named}`,
    found: day,
    fix:
      path[0] === 'published' ? 'correct the date, or write status: proposed' : 'correct the date',
  });
}
