import type { QuestionSource } from '../../src/domain/guide/build-guide.ts';
import { randomFrom } from '../../src/lib/random.ts';
import { codeSchema } from '../../src/schemas/question.ts';
import { changeWords, copyName } from './new-words.ts';

/**
 * Generates questions for a guide of any size from the real ones, which stay unchanged: each copy
 * has its own codes, slugs, titles, labels, and some new words, and relates and links only to
 * itself. The same `count` gives the same questions.
 */
export function growQuestions(real: readonly QuestionSource[], count: number): QuestionSource[] {
  const next = randomFrom(1);
  const random = (): number => next() / 2 ** 32;
  const codes = freeCodes(real.map(({ data }) => data.code));
  const slots = Array.from({ length: Math.max(0, count - real.length) }, (_, place) => {
    const original = real[place % real.length];
    if (original === undefined) throw new Error('There are no questions to grow from');
    const copy = 1 + Math.floor(place / real.length);
    return { original, copy, code: codes[place] ?? noCode(count) };
  });
  const renamed = new Map(
    slots.map(({ original, copy, code }) => [`${copy} ${original.data.code}`, code]),
  );
  const grown = slots.map(({ original, copy, code }) => {
    const codeOf = (related: string): string => renamed.get(`${copy} ${related}`) ?? related;
    const hasCopy = (slug: string): boolean =>
      real.some(({ slug: own, data }) => own === slug && renamed.has(`${copy} ${data.code}`));
    return copyOf(original, { copy, code, codeOf, hasCopy, random });
  });
  return inOrder([...real.slice(0, count), ...grown]);
}

interface CopyOptions {
  readonly copy: number;
  readonly code: string;
  /** The code in this copy of the question that has that code in the real guide. */
  codeOf(code: string): string;
  /** Whether the question with that slug is in this copy. */
  hasCopy(slug: string): boolean;
  readonly random: () => number;
}

function copyOf(
  { slug, data, body }: QuestionSource,
  { copy, code, codeOf, hasCopy, random }: CopyOptions,
): QuestionSource {
  const name = copyName(copy);
  const shown = name.charAt(0).toUpperCase() + name.slice(1);
  const changed = (text: string): string => changeWords(text, copy, random);
  const { oldSlugs: _, ...rest } = data;
  return {
    slug: `${slug}-${name}`,
    data: {
      ...rest,
      code,
      title: `${changed(data.title)} (${shown})`,
      label: `${firstWords(data.label)} ${shown}`,
      summary: changed(data.summary),
      aliases: [...new Set(data.aliases.map(changed))],
      related: data.related.map(codeOf),
      rubric: data.rubric.map(({ criterion, one, three, five }) => ({
        criterion: changed(criterion),
        one: changed(one),
        three: changed(three),
        five: changed(five),
      })),
      redFlags: data.redFlags.map(changed),
      probes: data.probes.map(({ ask, reply, tests }) => ({
        ask: changed(ask),
        reply: changed(reply),
        tests,
      })),
    },
    body: changed(body).replace(/\]\(\.\.\/([^)/]+)\//g, (link, to: string) =>
      hasCopy(to) ? `](../${to}-${name}/` : link,
    ),
  };
}

/** A label has four words and 32 characters at most, one of which names the copy. */
function firstWords(label: string): string {
  return label.split(' ').slice(0, 3).join(' ').slice(0, 27).trim();
}

/** Renumbers the questions of each level in their current order. */
function inOrder(questions: readonly QuestionSource[]): QuestionSource[] {
  const last = new Map<string, number>();
  return questions.map(({ slug, data, body }) => {
    const order = (last.get(data.level) ?? 0) + 1;
    last.set(data.level, order);
    return { slug, body, data: { ...data, order } };
  });
}

/** Unused codes, in an order without a pattern, like real ones. */
function freeCodes(taken: readonly string[]): string[] {
  const all = Array.from({ length: 36 ** 3 }, (_, index) => index.toString(36).padStart(3, '0'));
  const free = all.filter(
    // YAML would read a code of digits as a number.
    (code) => codeSchema.safeParse(code).success && /[a-z]/.test(code) && !taken.includes(code),
  );
  const step = 7919;
  return free.map((_, index) => free[(index * step) % free.length] ?? '');
}

function noCode(count: number): never {
  throw new RangeError(`There are not enough codes for ${count} questions.`);
}
