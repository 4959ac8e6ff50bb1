import type { Ledger, ValidQuestion } from './check-guide.ts';
import type { Library } from './check-library.ts';
import type { Issue, Position } from './issue.ts';

const millisecondsADay = 86_400_000;

/** Maximum years between checks of a source. */
const maxYears = 5;

/** Refuses dates that can't be right: checks in the future, reviews in the far future. */
export function checkDays(
  questions: readonly ValidQuestion[],
  { sources }: Library,
  ledger: Ledger,
  today: string,
): Issue[] {
  // In some time zone, it is tomorrow already.
  const latest = new Date(Date.parse(today) + millisecondsADay).toISOString().slice(0, 10);
  const latestReview = `${Number(today.slice(0, 4)) + maxYears}${today.slice(4)}`;
  const past = (file: string, at: () => Position, day: string | undefined): Issue[] =>
    day === undefined || day <= latest ? [] : [issue(file, at(), day, `a day up to ${today}`)];
  return [
    ...questions.flatMap(({ file, data, frontMatter }) =>
      past(file, () => frontMatter.positionOf(['factsCheckedOn']), data.factsCheckedOn),
    ),
    ...sources.flatMap(({ file, data: { checkedOn, reviewBy }, yaml }) => [
      ...past(file, () => yaml.positionOf(['checkedOn']), checkedOn),
      ...(reviewBy <= latestReview
        ? []
        : [issue(file, yaml.positionOf(['reviewBy']), reviewBy, `a day up to ${latestReview}`)]),
    ]),
    ...ledger.entries.flatMap(({ given, retired }, index) => [
      ...past(ledger.file, () => ledger.yaml.positionOf([index, 'given']), given),
      ...past(ledger.file, () => ledger.yaml.positionOf([index, 'retired', 'on']), retired?.on),
    ]),
  ];
}

function issue(file: string, at: Position, found: string, expected: string): Issue {
  return {
    kind: 'wrong-value',
    file,
    ...at,
    what: 'the date is too far in the future',
    expected,
    found,
    fix: 'correct the date',
  };
}
