import { levels } from '../../guide.ts';
import type { LedgerEntry } from '../../schemas/code-ledger.ts';
import type { QuestionData } from '../../schemas/question.ts';
import { closest } from '../words/closest.ts';
import { type Issue, type IssueKind, type Problem, shown } from './issue.ts';
import type { FrontMatter } from './read-front-matter.ts';
import type { LocatedYaml } from './read-yaml.ts';

/** A question page whose front matter fits its schema. */
export interface ValidQuestion {
  readonly file: string;
  readonly slug: string;
  readonly data: QuestionData;
  readonly frontMatter: FrontMatter;
  /** The MDX below the front matter. */
  readonly body: string;
}

/** A file that fits its schema. */
export interface ValidEntry<T> {
  readonly file: string;
  /** File name without extension. */
  readonly id: string;
  readonly data: T;
  readonly yaml: LocatedYaml;
}

/** The ledger with the position of its entries; undefined entries if it doesn't fit its schema. */
export interface Ledger {
  readonly file: string;
  readonly yaml: LocatedYaml;
  readonly entries: readonly LedgerEntry[];
}

/** Input of the checks across pages. */
export interface GuideSources {
  readonly questions: readonly ValidQuestion[];
  readonly ledger: Ledger;
  /** Whether each page was readable: otherwise counts and gaps aren't reported. */
  readonly complete: boolean;
}

type Check = (sources: GuideSources) => Issue[];

/** Checks that need more than one page. */
export function checkGuide(sources: GuideSources): Issue[] {
  const checks: readonly Check[] = [
    repeatedCodes,
    repeatedNames,
    codesAndSlugsInLedger,
    lostAddresses,
    takenAddresses,
    orphans,
    repeatedLedgerEntries,
    unknownRelated,
    ...(sources.complete ? [tooFew, orderGaps] : []),
  ];
  return checks.flatMap((check) => check(sources));
}

function at(question: ValidQuestion, key: string, kind: IssueKind, problem: Problem): Issue {
  return { kind, file: question.file, ...question.frontMatter.positionOf([key]), ...problem };
}

function inLedger(ledger: Ledger, index: number, kind: IssueKind, problem: Problem): Issue {
  return { kind, file: ledger.file, ...ledger.yaml.positionOf([index]), ...problem };
}

/** Pairs of questions with the same value, the earlier one first. */
function repeats(
  questions: readonly ValidQuestion[],
  keyOf: (question: ValidQuestion) => string,
): { first: ValidQuestion; again: ValidQuestion }[] {
  const seen = new Map<string, ValidQuestion>();
  return questions.flatMap((question) => {
    const value = keyOf(question);
    const first = seen.get(value);
    if (first !== undefined) return [{ first, again: question }];
    seen.set(value, question);
    return [];
  });
}

/** The questions in ledger order; unknown ones come last. */
function oldestFirst({ questions, ledger }: GuideSources): ValidQuestion[] {
  const slugs = ledger.entries.flatMap((entry) => entry.slugs);
  const age = new Map(slugs.map((slug, index) => [slug, index]));
  const ageOf = ({ slug }: ValidQuestion): number => age.get(slug) ?? slugs.length;
  return [...questions].sort((a, b) => ageOf(a) - ageOf(b));
}

/** Of two pages with the same code, the later one is reported. */
function repeatedCodes(sources: GuideSources): Issue[] {
  return repeats(oldestFirst(sources), ({ data }) => data.code).map(({ first, again }) =>
    at(again, 'code', 'code-repeated', {
      what: `the code "${again.data.code}" is already taken`,
      expected: 'a code of its own',
      found: `the code of ${first.file}`,
      fix: 'create a page with npm run new, which assigns a code, and move the text there',
    }),
  );
}

function repeatedNames({ questions }: GuideSources): Issue[] {
  return (['title', 'label'] as const).flatMap((key) =>
    repeats(questions, ({ data }) => data[key].toLowerCase()).map(({ first, again }) =>
      at(again, key, 'title-repeated', {
        what: `the ${key} is already taken`,
        expected: `a ${key} of its own`,
        found: `the ${key} of ${first.file}`,
        fix: 'say how this question differs',
      }),
    ),
  );
}

/** Codes of two pages; other checks skip them until one of them is changed. */
function sharedCodes(questions: readonly ValidQuestion[]): ReadonlySet<string> {
  return new Set(repeats(questions, ({ data }) => data.code).map(({ again }) => again.data.code));
}

function codesAndSlugsInLedger({ questions, ledger }: GuideSources): Issue[] {
  const shared = sharedCodes(questions);
  const byCode = new Map(ledger.entries.map((entry) => [entry.code, entry]));
  return questions.flatMap((question) => {
    const { code } = question.data;
    const entry = byCode.get(code);
    if (entry === undefined) {
      return at(question, 'code', 'code-not-in-ledger', {
        what: `the code "${code}" is not in the ledger`,
        expected: `an entry for it in ${ledger.file}`,
        found: 'none',
        fix: `add \`- { code: ${code}, given: <today>, slugs: [${question.slug}] }\` there`,
      });
    }
    if (entry.retired !== undefined) {
      return at(question, 'code', 'code-retired', {
        what: `the code "${code}" was retired on ${entry.retired.on}`,
        expected: 'a code that was never used',
        found: shown(code),
        fix: 'create a page with npm run new, which assigns a code, and move the text there',
      });
    }
    if (entry.slugs.includes(question.slug) || shared.has(code)) return [];
    return at(question, 'code', 'code-not-in-ledger', {
      what: `the slug "${question.slug}" is not in the ledger entry of "${code}"`,
      expected: `"${question.slug}" among its slugs in ${ledger.file}`,
      found: entry.slugs.join(', '),
      fix: `add it there, and the earlier slug to oldSlugs here`,
    });
  });
}

function lostAddresses({ questions, ledger }: GuideSources): Issue[] {
  const byCode = new Map(ledger.entries.map((entry) => [entry.code, entry]));
  const shared = sharedCodes(questions);
  return questions.flatMap((question) => {
    if (shared.has(question.data.code)) return [];
    const current = new Set([question.slug, ...(question.data.oldSlugs ?? [])]);
    const lost = (byCode.get(question.data.code)?.slugs ?? []).filter((slug) => !current.has(slug));
    return lost.map((slug) =>
      at(question, 'oldSlugs', 'address-lost', {
        what: `links to /questions/${slug}/ would stop working`,
        expected: `"${slug}" in oldSlugs`,
        found: shown(question.data.oldSlugs),
        fix: `add \`oldSlugs: [${slug}]\``,
      }),
    );
  });
}

function takenAddresses({ questions }: GuideSources): Issue[] {
  const owner = new Map(questions.map((question) => [question.slug, question]));
  return questions.flatMap((question) =>
    (question.data.oldSlugs ?? []).flatMap((slug) => {
      const other = owner.get(slug)?.file ?? (slug === 'index' ? 'all questions' : undefined);
      owner.set(slug, question);
      if (other === undefined) return [];
      return at(question, 'oldSlugs', 'address-taken', {
        what: `the old slug "${slug}" already opens another page`,
        expected: 'a slug that no other question has used',
        found: `the address of ${other}`,
        fix: 'remove it here, or rename the other question',
      });
    }),
  );
}

function orphans({ questions, ledger, complete }: GuideSources): Issue[] {
  if (!complete) return [];
  const used = new Set(questions.map(({ data }) => data.code));
  return ledger.entries.flatMap((entry, index) =>
    used.has(entry.code) || entry.retired !== undefined
      ? []
      : inLedger(ledger, index, 'ledger-orphan', {
          what: `no page has the code "${entry.code}"`,
          expected: 'a page with it, or a `retired` note here',
          found: `neither (its page was ${entry.slugs.at(-1)}.mdx)`,
          fix: 'restore the page, or write when and why the question was removed',
        }),
  );
}

function repeatedLedgerEntries({ ledger }: GuideSources): Issue[] {
  const seen = new Set<string>();
  return ledger.entries.flatMap((entry, index) =>
    [entry.code, ...entry.slugs].flatMap((name) => {
      if (!seen.has(name)) {
        seen.add(name);
        return [];
      }
      return inLedger(ledger, index, 'ledger-repeated', {
        what: `the ledger has "${name}" twice`,
        expected: 'each code and each slug once',
        found: 'a second one here',
        fix: 'change the code or slug of the newer one',
      });
    }),
  );
}

function unknownRelated({ questions, ledger, complete }: GuideSources): Issue[] {
  const known = new Set(questions.map(({ data }) => data.code));
  // An unreadable page is reported once, not by every page that links to it.
  const ledgerCodes = new Set(complete ? [] : ledger.entries.map((entry) => entry.code));
  return questions.flatMap((question) =>
    question.data.related.flatMap((code, index) => {
      const self = code === question.data.code;
      if (!self && (known.has(code) || ledgerCodes.has(code))) return [];
      const meant = self ? undefined : closest(code, [...known]);
      return {
        kind: 'related-unknown' as const,
        file: question.file,
        ...question.frontMatter.positionOf(['related', index]),
        what: self ? 'the question is related to itself' : `no question has the code "${code}"`,
        expected:
          meant === undefined ? 'the code of another question' : `a code such as "${meant}"`,
        found: shown(code),
        fix: 'use a code from code-ledger.yaml',
      };
    }),
  );
}

function tooFew({ questions }: GuideSources): Issue[] {
  return levels.flatMap((level) => {
    const there = questions.filter(({ data }) => data.level === level.id);
    if (there.length >= level.atLeast) return [];
    const last = there.at(-1);
    return {
      kind: 'level-count' as const,
      file: last?.file ?? 'guide.ts',
      ...(last?.frontMatter.positionOf(['level']) ?? { line: 1, column: 1 }),
      what: `the level "${level.id}" has too few questions`,
      expected: `at least ${level.atLeast}`,
      found: `${there.length}`,
      fix: 'move questions here, write more, or change `atLeast` in guide.ts',
    };
  });
}

function orderGaps(sources: GuideSources): Issue[] {
  const questions = oldestFirst(sources);
  return levels.flatMap((level) => {
    const there = questions.filter(({ data }) => data.level === level.id);
    const owner = new Map<number, ValidQuestion>();
    // Questions whose order number is taken or too high; the others don't need to move.
    const misplaced = there.filter((question) => {
      const { order } = question.data;
      if (owner.has(order) || order > there.length) return true;
      owner.set(order, question);
      return false;
    });
    const free = there.map((_, index) => index + 1).filter((order) => !owner.has(order));
    return misplaced.map((question, index) => {
      const { order } = question.data;
      const before = owner.get(order);
      return at(question, 'order', 'order-gap', {
        what:
          before === undefined
            ? `the order of "${level.id}" has a gap`
            : `the order ${order} is taken in "${level.id}"`,
        expected: `${free[index]}`,
        found: before === undefined ? `${order}` : `the order of ${before.file}`,
        fix: `write order: ${free[index]}`,
      });
    });
  });
}
