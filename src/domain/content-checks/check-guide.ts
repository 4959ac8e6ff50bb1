import { levels } from '../../guide-settings.ts';
import type { LedgerEntry } from '../../schemas/code-ledger.ts';
import type { Entry, QuestionSource } from '../guide/build-guide.ts';
import { closest } from '../words/closest.ts';
import { fileStart, type Issue, issueAt, type Problem, shown } from './issue.ts';
import type { FrontMatter, SourceFile } from './read-page.ts';
import type { LocatedYaml } from './read-yaml.ts';

export interface ValidQuestion extends QuestionSource {
  readonly file: string;
  readonly frontMatter: FrontMatter;
}

export interface ValidEntry<T> extends Entry<T> {
  readonly file: string;
  readonly yaml: LocatedYaml;
}

export interface Ledger {
  readonly file: string;
  readonly yaml: LocatedYaml;
  readonly entries: readonly LedgerEntry[];
}

interface GuideSources {
  readonly questions: readonly ValidQuestion[];
  readonly ledger: Ledger;
  /** Question pages with errors in their front matter. */
  readonly unread: readonly SourceFile[];
}

export function* checkGuide(sources: GuideSources): Generator<Issue> {
  const distinct = withoutCopies(sources);
  yield* repeatedNames(distinct);
  yield* codesAndSlugsInLedger(sources);
  yield* takenAddresses(sources);
  yield* orphans(sources);
  yield* repeatedLedgerEntries(sources);
  yield* unknownRelated(sources);
  yield* tooFew(distinct);
  yield* orderGaps(distinct);
}

function at(question: ValidQuestion, key: string, kind: string, problem: Problem): Issue {
  return issueAt(kind, question.file, question.frontMatter.positionOf([key]), problem);
}

/** Yields each entry whose key has occurred before, together with the first one with that key. */
export function* repeats<T>(
  entries: readonly T[],
  keyOf: (entry: T) => string,
): Generator<{ first: T; again: T }> {
  const seen = new Map<string, T>();
  for (const again of entries) {
    const first = seen.get(keyOf(again));
    if (first === undefined) seen.set(keyOf(again), again);
    else yield { first, again };
  }
}

/** Returns the questions in the order of the ledger. Questions that it doesn't list come last. */
function oldestFirst({ questions, ledger }: GuideSources): ValidQuestion[] {
  const slugs = ledger.entries.flatMap((entry) => entry.slugs);
  const age = new Map(slugs.map((slug, index) => [slug, index]));
  const ageOf = ({ slug }: ValidQuestion): number => age.get(slug) ?? slugs.length;
  return questions.toSorted((a, b) => ageOf(a) - ageOf(b));
}

/** Returns the ledger's code for the page if it differs from the page's own code. */
function codeInLedger({ slug, data }: ValidQuestion, { entries }: Ledger): string | undefined {
  const entry = entries.find(({ slugs }) => slugs.includes(slug));
  return entry === undefined || entry.code === data.code ? undefined : entry.code;
}

/**
 * Leaves out copies of other pages. Their titles and `order` fields were copied, too, and shouldn't
 * be reported separately.
 */
function withoutCopies(sources: GuideSources): GuideSources {
  const slugs = new Set(sources.ledger.entries.flatMap((entry) => entry.slugs));
  const isCopy = ({ slug, data }: ValidQuestion, index: number): boolean =>
    !slugs.has(slug) &&
    sources.questions.some(
      (other, at) =>
        other.slug !== slug &&
        other.data.code === data.code &&
        // Of two pages that aren't in the ledger, one is the original.
        (slugs.has(other.slug) || at < index),
    );
  return { ...sources, questions: sources.questions.filter((each, at) => !isCopy(each, at)) };
}

function* repeatedNames({ questions }: GuideSources): Generator<Issue> {
  for (const key of ['title', 'label'] as const) {
    for (const { first, again } of repeats(questions, ({ data }) => data[key].toLowerCase())) {
      yield at(again, key, 'title-repeated', {
        what: `the ${key} is already taken`,
        expected: `a unique ${key}`,
        found: `the ${key} of ${first.file}`,
        fix: 'say how this question differs',
      });
    }
  }
}

function* codesAndSlugsInLedger({ questions, ledger }: GuideSources): Generator<Issue> {
  for (const question of questions) {
    const { code } = question.data;
    const entry = ledger.entries.find((one) => one.code === code);
    const owner = questions.find((other) => other !== question && other.data.code === code);
    const problem = codeProblem(question, ledger, entry, owner);
    if (problem !== undefined) yield at(question, 'code', ...problem);
    if (owner === undefined) yield* lostAddresses(question, entry?.slugs ?? []);
  }
}

/** @param owner another page with the same code */
function codeProblem(
  question: ValidQuestion,
  ledger: Ledger,
  entry: LedgerEntry | undefined,
  owner: ValidQuestion | undefined,
): [kind: string, problem: Problem] | undefined {
  const { slug, data } = question;
  const { code } = data;
  const meant = codeInLedger(question, ledger);
  if (meant !== undefined) {
    const problem = {
      what: `the code "${code}" isn’t the code of this page`,
      expected: `"${meant}", as in ${ledger.file}`,
      found: shown(code),
      fix: `write code: ${meant}`,
    };
    return ['code-not-in-ledger', problem];
  }
  if (entry === undefined) {
    const problem = {
      what: `the code "${code}" is not in the ledger`,
      expected: `an entry for it in ${ledger.file}`,
      found: 'none',
      fix: `add \`- { code: ${code}, given: <today>, slugs: [${slug}] }\` there`,
    };
    return ['code-not-in-ledger', problem];
  }
  const isListed = entry.slugs.includes(slug);
  if (entry.retired !== undefined || (owner && !isListed)) {
    const problem = {
      what: `the code "${code}" is already taken`,
      expected: 'a code that was never used',
      found: owner ? `the code of ${owner.file}` : `a code retired on ${entry.retired?.on}`,
      fix: 'create a page with npm run new, which assigns a code, and move the text there',
    };
    return ['code-repeated', problem];
  }
  if (isListed) return undefined;
  const problem = {
    what: `the slug "${slug}" is not in the ledger entry of "${code}"`,
    expected: `"${slug}" among its slugs in ${ledger.file}`,
    found: entry.slugs.join(', '),
    fix: `add it there, and the earlier slug to oldSlugs here`,
  };
  return ['code-not-in-ledger', problem];
}

/** @param slugs the question's slugs in the ledger */
function* lostAddresses(question: ValidQuestion, slugs: readonly string[]): Generator<Issue> {
  const { oldSlugs } = question.data;
  const current = new Set([question.slug, ...(oldSlugs ?? [])]);
  for (const slug of slugs) {
    if (current.has(slug)) continue;
    yield at(question, 'oldSlugs', 'address-lost', {
      what: `links to /questions/${slug}/ would stop working`,
      expected: `"${slug}" in oldSlugs`,
      found: shown(oldSlugs),
      fix: `add \`oldSlugs: [${slug}]\``,
    });
  }
}

function* takenAddresses({ questions }: GuideSources): Generator<Issue> {
  const owner = new Map(questions.map(({ slug, file }) => [slug, file]));
  for (const question of questions) {
    for (const slug of question.data.oldSlugs ?? []) {
      const other = owner.get(slug) ?? (slug === 'index' ? 'all questions' : undefined);
      owner.set(slug, question.file);
      if (other === undefined) continue;
      yield at(question, 'oldSlugs', 'address-taken', {
        what: `the old slug "${slug}" already opens another page`,
        expected: 'a slug that no other question has used',
        found: `the URL of ${other}`,
        fix: 'remove it here, or rename the other question',
      });
    }
  }
}

/** Returns a page's code and, if it is different, the code that the page should have. */
function codesOf(question: ValidQuestion, ledger: Ledger): string[] {
  const meant = codeInLedger(question, ledger);
  return meant === undefined ? [question.data.code] : [question.data.code, meant];
}

function* orphans({ questions, ledger, unread }: GuideSources): Generator<Issue> {
  const { file, yaml, entries } = ledger;
  // A changed code is already reported for its page.
  const used = new Set(questions.flatMap((question) => codesOf(question, ledger)));
  for (const [index, { code, slugs, retired }] of entries.entries()) {
    if (used.has(code) || retired !== undefined) continue;
    if (unread.some(({ file: page }) => slugs.some((slug) => page.endsWith(`/${slug}.mdx`)))) {
      continue;
    }
    yield issueAt('ledger-orphan', file, yaml.positionOf([index]), {
      what: `no page has the code "${code}"`,
      expected: 'a page with it, or a `retired` note here',
      found: `neither (its page was ${slugs.at(-1)}.mdx)`,
      fix: 'restore the page, or write when and why the question was removed',
    });
  }
}

function* repeatedLedgerEntries({
  ledger: { file, yaml, entries },
}: GuideSources): Generator<Issue> {
  const names = entries.flatMap(({ code, slugs }, index) =>
    [code, ...slugs].map((name) => ({ name, index })),
  );
  for (const { again } of repeats(names, ({ name }) => name)) {
    yield issueAt('ledger-repeated', file, yaml.positionOf([again.index]), {
      what: `the ledger has "${again.name}" twice`,
      expected: 'each code and each slug once',
      found: 'a second one here',
      fix: 'change the code or slug of the newer entry',
    });
  }
}

function* unknownRelated({ questions, ledger, unread }: GuideSources): Generator<Issue> {
  const codes = questions.flatMap((question) => codesOf(question, ledger));
  // If any page has errors, all codes in the ledger count as known, so that the page isn't reported
  // again on each page that links to it.
  const known = new Set([
    ...codes,
    ...(unread.length === 0 ? [] : ledger.entries.map(({ code }) => code)),
  ]);
  for (const { file, data, frontMatter } of questions) {
    for (const [index, code] of data.related.entries()) {
      const isSelf = code === data.code;
      if (!isSelf && known.has(code)) continue;
      const position = frontMatter.positionOf(['related', index]);
      yield issueAt('related-unknown', file, position, relatedProblem(code, isSelf, codes));
    }
  }
}

function relatedProblem(code: string, isSelf: boolean, codes: readonly string[]): Problem {
  const meant = isSelf ? undefined : closest(code, codes);
  return {
    what: isSelf ? 'the question is related to itself' : `no question has the code "${code}"`,
    expected: meant === undefined ? 'the code of another question' : `a code such as "${meant}"`,
    found: shown(code),
    fix: 'use a code from code-ledger.yaml',
  };
}

/**
 * Returns the pages with errors that may belong to a level: those that name it, and those that
 * don't name any valid level.
 */
function perhapsIn(id: string, unread: readonly SourceFile[]): SourceFile[] {
  return unread.filter(({ text }) => {
    const named = /^level: *["']?([\w-]+)/m.exec(text)?.[1];
    return named === id || levels.every((level) => level.id !== named);
  });
}

function* tooFew({ questions, unread }: GuideSources): Generator<Issue> {
  for (const { id, atLeast } of levels) {
    const inLevel = questions.filter(({ data }) => data.level === id);
    if (inLevel.length + perhapsIn(id, unread).length >= atLeast) continue;
    const { file, frontMatter } = inLevel.at(-1) ?? {};
    const position = frontMatter?.positionOf(['level']) ?? fileStart;
    yield issueAt('level-count', file ?? 'src/guide-settings.ts', position, {
      what: `the level "${id}" has too few questions`,
      expected: `at least ${atLeast}`,
      found: `${inLevel.length}`,
      fix: 'move questions here, write more, or change `atLeast` in src/guide-settings.ts',
    });
  }
}

function* orderGaps(sources: GuideSources): Generator<Issue> {
  const questions = oldestFirst(sources);
  for (const level of levels) {
    // If a page with errors may belong to this level, the number of questions in the level is
    // unknown.
    if (perhapsIn(level.id, sources.unread).length > 0) continue;
    const inLevel = questions.filter(({ data }) => data.level === level.id);
    const owner = new Map<number, ValidQuestion>();
    // Only questions whose number is taken or too high have to move.
    const misplaced = inLevel.filter((question) => {
      const { order } = question.data;
      if (owner.has(order) || order > inLevel.length) return true;
      owner.set(order, question);
      return false;
    });
    const free = inLevel.map((_, index) => index + 1).filter((order) => !owner.has(order));
    for (const [index, question] of misplaced.entries()) {
      const { order } = question.data;
      const before = owner.get(order);
      yield at(question, 'order', 'order-gap', {
        what:
          before === undefined
            ? `the order of "${level.id}" has a gap`
            : `the order ${order} is already taken in "${level.id}"`,
        expected: `${free[index]}`,
        found: before === undefined ? `${order}` : `the order of ${before.file}`,
        fix: `write order: ${free[index]}`,
      });
    }
  }
}
