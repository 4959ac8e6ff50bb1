import { jurisdictions, type LevelId, topics } from '../../guide.ts';
import { sourceKinds, sourceStatuses } from '../../schemas/source.ts';
import { unwritten } from '../content-checks/check-content.ts';
import type { Guide } from '../guide/build-guide.ts';
import { tellsOwnStories } from '../guide/own-stories.ts';
import { typographic } from '../words/typographic.ts';
import { freeName } from './free-name.ts';

/** Characters of codes: no look-alikes, and no vowels, so that codes never spell words. */
const codeCharacters = '23456789bcdfghjkmnpqrstvwxz';

interface NewQuestionOptions {
  readonly guide: Guide;
  /** Codes and slugs ever used. */
  readonly taken: ReadonlySet<string>;
  readonly level: LevelId;
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Random numbers in [0, 1). */
  readonly random: () => number;
}

/**
 * A valid page for a new question at the end of its level, and its line in the ledger.
 * @throws RangeError if every code or name is taken, or the question has no words.
 */
export function newQuestion(options: NewQuestionOptions) {
  const { taken, title, today, random } = options;
  const code = freeCode(taken, random);
  const slug = freeName(title, taken);
  const ledgerLine = `- { code: ${code}, given: ${today}, slugs: [${slug}] }\n`;
  return { code, slug, page: pageText(code, slug, options), ledgerLine };
}

/** Enough sources for the checks, one of them primary, none outdated, and the neighbor's first. */
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
    // YAML would read a code of digits as a number.
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
  { guide, level, title, today }: NewQuestionOptions,
): string {
  const there = guide.levels.find(({ id }) => id === level)?.questions ?? [];
  const neighbor = there.at(-1) ?? guide.questions[0];
  // The first question has no other to relate to; the checks report it until there is one.
  const related = neighbor?.code ?? code;
  const words = slug.replaceAll('-', ' ');
  const cited = sourcesFor(neighbor?.sources ?? [], guide);
  return `---
code: ${code}
title: ${JSON.stringify(typographic(title))}
label: New question ${code} # ${unwritten} two to four words, for the sidebar
level: ${level}
order: ${there.length + 1}
topics: [${neighbor?.topics[0] ?? topics[0].id}] # ${unwritten} one to four from guide.ts, the most central first
jurisdictions: [${jurisdictions.at(-1)?.id ?? ''}] # ${unwritten} from guide.ts
minutes: 2.5
short: "${unwritten} The position, in at most 35 words: the first thing you say."
summary: "${unwritten} One sentence that says what the page gives the reader, in 60 to 170 characters."
aliases:
  - ${JSON.stringify(words.slice(0, 60).trim())}
  - "${unwritten} an acronym, a synonym"
  - "${unwritten} another one"
related: [${related}] # ${unwritten} codes of the questions to read next
factsCheckedOn: "${today}"
rubric:
${['First', 'Second', 'Third'].map(criterion).join('\n')}
calibration: # ${unwritten} one answer that earns about a 2, one that earns a 3 to 4
${[2, 3].map(sampleAnswer).join('\n')}
redFlags:
  - "${unwritten} A sentence that gives a weak answer away."
  - "${unwritten} Another sentence like that."
probes:
${['First', 'Second', 'Third'].map(probe).join('\n')}
---

<Listening>
${unwritten} One or two sentences on what the interviewer is listening for.
</Listening>

<Hint>
1. **First move.** ${unwritten}
2. **Second move.** ${unwritten}
3. **Third move.** ${unwritten}
</Hint>

<Outline>
1. ${unwritten} The opening line.
2. ${unwritten} The case, step by step.
3. ${unwritten} The position, and what would change it.
</Outline>

<Answer>
${tellsOwnStories(level) ? '> ' : ''}${filler('The model answer, as you would say it.', 335)}
</Answer>

<Deeper>
${filler('The rule, the numbers, the usual error.', 350)} ${cited.map((id) => `<Cite id="${id}" />`).join(' ')}
</Deeper>
`;
}

function criterion(name: string): string {
  return `  - criterion: "${name} criterion ${unwritten}"
    one: "${unwritten} What a 1 sounds like."
    three: "${unwritten} What a 3 sounds like."
    five: "${unwritten} What a 5 sounds like."`;
}

function sampleAnswer(score: number): string {
  const why = `      - { score: ${score}, why: "${unwritten} What in the answer earns this." }`;
  return `  - title: "${unwritten} How it fails"
    answer: "${filler('What a candidate says.', 80)}"
    scores:
${[why, why, why].join('\n')}`;
}

function probe(name: string): string {
  return `  - ask: "${unwritten} ${name} question that may follow?"
    reply: "${unwritten} One line on what a good reply does."
    tests: criterion 1`;
}

/** Filler text of about that many words, which passes the length checks. */
function filler(about: string, words: number): string {
  const count = words - `${unwritten} ${about}`.split(' ').length;
  return `${unwritten} ${about} ${Array.from({ length: count }, () => 'words').join(' ')}`;
}
