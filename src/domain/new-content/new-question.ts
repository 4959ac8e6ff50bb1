import { jurisdictions, type LevelId, topics } from '../../guide-settings.ts';
import { sourceKinds, sourceStatuses } from '../../schemas/source.ts';
import type { Guide } from '../guide/build-guide.ts';
import { tellsOwnStories } from '../guide/own-stories.ts';
import { typographic } from '../words/typographic.ts';

/**
 * The characters allowed in codes. They exclude look-alikes, and also vowels so that codes never
 * spell words.
 */
const codeCharacters = '23456789bcdfghjkmnpqrstvwxz';

interface NewQuestionOptions {
  readonly template: string;
  readonly guide: Guide;
  /** All codes and slugs that have ever been used. */
  readonly taken: ReadonlySet<string>;
  readonly level: LevelId;
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Random numbers in [0, 1). */
  readonly random: () => number;
}

/**
 * Returns a valid page for a new question at the end of its level, and the line for the ledger.
 * @throws RangeError if all codes or names are taken, if the question has no words, or if the
 * template has an unknown name
 */
export function newQuestion(options: NewQuestionOptions) {
  const { taken, title, today, random } = options;
  const code = freeCode(taken, random);
  const slug = freeName(title, taken);
  const ledgerLine = `- { code: ${code}, given: ${today}, slugs: [${slug}] }\n`;
  return { code, slug, page: pageText(code, slug, options), ledgerLine };
}

/**
 * Returns up to three sources: a primary one if there is one, and then others, starting with those
 * of the neighboring question. None is outdated.
 */
function sourcesFor(near: readonly string[], { sources }: Guide): string[] {
  const current = [...near, ...sources.keys()].flatMap((id) => {
    const source = sources.get(id);
    return source !== undefined && sourceStatuses[source.status].current ? source : [];
  });
  const primary = current.find(({ kind }) => sourceKinds[kind].primary);
  const ids = [primary, ...current].flatMap((source) => source?.id ?? []);
  return [...new Set(ids)].slice(0, 3);
}

function freeCode(taken: ReadonlySet<string>, random: () => number): string {
  const all = codeCharacters.length ** 3;
  const start = Math.floor(random() * all);
  for (let step = 0; step < all; step += 1) {
    const code = codeOf((start + step) % all);
    // YAML would read a code that has only digits as a number.
    if (!taken.has(code) && /[a-z]/.test(code)) return code;
  }
  throw new RangeError('All codes are used.');
}

function codeOf(index: number): string {
  const base = codeCharacters.length;
  return [Math.floor(index / base ** 2), Math.floor(index / base) % base, index % base]
    .map((digit) => codeCharacters[digit])
    .join('');
}

function pageText(
  code: string,
  slug: string,
  { template, guide, level, title, today }: NewQuestionOptions,
): string {
  const siblings = guide.levels.find(({ id }) => id === level)?.questions ?? [];
  const neighbor = siblings.at(-1) ?? guide.questions[0];
  const words = slug.replaceAll('-', ' ');
  const cited = sourcesFor(neighbor?.sources ?? [], guide);
  return fillTemplate(template, {
    code,
    title: JSON.stringify(typographic(title)),
    level,
    order: String(siblings.length + 1),
    topic: neighbor?.topics[0] ?? topics[0].id,
    jurisdiction: jurisdictions.at(-1)?.id ?? '',
    alias: JSON.stringify(words.slice(0, 60).trim()),
    // The very first question can only be related to itself. The checks report that until
    // `related` is changed.
    related: neighbor?.code ?? code,
    today,
    quoteMark: tellsOwnStories(level) ? '> ' : '',
    sampleAnswerFiller: filler(73),
    answerFiller: filler(324),
    deeperFiller: filler(340),
    citations: cited.map((id) => `<Cite id="${id}" />`).join(' '),
  });
}

/**
 * Returns placeholder words. Together with the words in the template, they pass the length checks.
 */
function filler(words: number): string {
  return Array.from({ length: words }, () => 'words').join(' ');
}

/**
 * Replaces each `{{name}}` in a template with its value.
 * @throws RangeError if a name has no value
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`The template has no value for "${name}".`);
    return value;
  });
}

/**
 * Makes an unused file name from the first six words, or from more if necessary.
 * @throws RangeError if the text has no words or all possible names are taken
 */
export function freeName(text: string, taken: ReadonlySet<string>): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[a-z0-9]+/g);
  if (words === null) throw new RangeError(`"${text}" has no words to make a name from.`);
  for (let count = Math.min(6, words.length); count <= words.length; count += 1) {
    const name = words.slice(0, count).join('-');
    if (!taken.has(name)) return name;
  }
  throw new RangeError(`The name "${words.join('-')}" is taken: use other words.`);
}
