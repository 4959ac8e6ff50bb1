/**
 * A small guide for another role, with two levels and three questions. Its build takes half as
 * long.
 */
import { appendFileSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseDocument } from 'yaml';
import type { Workspace } from '../support/workspace.ts';

/** The questions, with the subjects of their pages. */
export const smallQuestions = [
  { code: 'b2c', slug: 'missing-lab-values', level: 'first-week', order: 1, about: 'imputation' },
  { code: 'd3f', slug: 'join-two-registers', level: 'first-week', order: 2, about: 'linkage' },
  { code: 'g4h', slug: 'a-wrong-chart', level: 'own-work', order: 1, about: 'retraction' },
] as const;

/** Turns a copy of the project into this guide, following docs/another-guide.md. */
export function writeSmallGuide(copy: Workspace): void {
  // The labs stay, but without the questions and sources of the other guide.
  const labs = globSync('src/content/labs/*.yaml', { cwd: copy.root }).map((file) => {
    const lab = parseDocument(copy.read(file));
    lab.set('questions', []);
    lab.set('sources', []);
    return { file, text: lab.toString() };
  });
  rmSync(copy.path('src/content'), { recursive: true });
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(copy.path(file)), { recursive: true });
    writeFileSync(copy.path(file), text);
  };
  write('src/guide.ts', settings);
  appendFileSync(copy.path('src/styles/level-colors.css'), look);
  copy.change('astro.config.mjs', (text) =>
    text
      .replace(
        "page('about'),",
        "page('about'),\n{ label: 'Our wiki', link: 'https://wiki.example/' },",
      )
      .replace('credits: false,', options),
  );
  for (const { file, text } of labs) write(file, text);
  write('src/content/docs/about.md', doc('About the analyst guide'));
  write('src/content/docs/plan.md', doc('A plan for the week'));
  write('src/content/code-ledger.yaml', smallQuestions.map(ledgerLine).join(''));
  for (const id of ['data-manual', 'register-law', 'chart-study']) {
    write(`src/content/sources/${id}.yaml`, source(id));
  }
  write('src/content/glossary/imputation.yaml', term);
  for (const question of smallQuestions) {
    write(`src/content/questions/${question.slug}.mdx`, page(question));
  }
}

type SmallQuestion = (typeof smallQuestions)[number];

const settings = `export const settings = {
  id: 'clinic-data-analyst-guide',
  field: 'Clinic Data',
  anki: { idsFrom: 1_600_000_000_000, guids: 'cda' },
  uuid: '5c3f2f0e-5a4c-4f5e-9d55-0a4d4f6f9b1e',
  role: 'Clinic Data Analyst',
  title: 'The Clinic Data Analyst guide',
  shortTitle: 'Clinic data interviews',
  iconName: 'Clinic data',
  description: 'Three interview questions for the Clinic Data Analyst, to show how small a guide can be.',
  disclaimer: 'A small guide for a test.',
  license: 'https://creativecommons.org/licenses/by/4.0/',
  repository: 'https://git.example/clinic/guide',
} as const;
export const licenseName = 'Creative Commons Attribution 4.0 International';
export const home = {
  headline: 'Say it with numbers.',
  promise: (questions: number) => questions + ' questions about clinic data.',
  labs: ['threshold'],
  hasThreshold: false,
};
export const appColors = { theme: '#123456', background: '#ffffff' };
export const levelIcons = { 'first-week': 'M4 4h16v16H4z' };
export const storage = 'clinic-data';
export const searchExamples = 'imputation, registers';
export const searchSuggestions = ['imputation'];
export const interviewKits = [];
export const crisis = undefined;
export const companions = [{ id: 'plan', label: 'A plan', inSidebar: 'Your week' }] as const;
export const otherPages: readonly string[] = [];
export const levels = [
  { id: 'first-week', label: 'First week', atLeast: 2, description: 'What one meets at once.' },
  { id: 'own-work', label: 'Own work', atLeast: 1, description: 'Your stories.', ownStories: true },
] as const;
export const topics = [
  { id: 'quality', label: 'Data quality', description: 'What is missing, doubled or wrong.' },
] as const;
export const roles = [
  { id: 'analyst', label: 'Analyst', weights: { quality: 5 } },
];
export const jurisdictions = [
  { id: 'anywhere', label: 'Anywhere', description: 'Holds in every country.' },
] as const;
`;

const look = `
[data-level='first-week'],
.level-first-week {
  --hue: 30;
  --level: light-dark(#7a3410, #ffb48a);
}
`;

/** Options that Starlight documents. They replace one of the project's options. */
const options = `credits: false,
      social: [{ icon: 'github', label: 'Code of the guide', href: 'https://git.example/clinic' }],
      head: [{ tag: 'meta', attrs: { name: 'keywords', content: 'clinic data' } }],`;

function doc(title: string): string {
  return `---\ntitle: ${title}\ndescription: A companion page of the small guide, in one sentence.\n---\n\nText of it.\n`;
}

function ledgerLine({ code, slug }: SmallQuestion): string {
  return `- { code: ${code}, given: 2026-11-24, slugs: [${slug}] }\n`;
}

function source(id: string): string {
  return `title: "The ${id} in full"
by: A register
published: "2026"
url: https://example.org/${id}
kind: documentation
status: current
says: "What it says that matters to this small guide, long enough for a record."
checkedOn: "2026-11-24"
reviewBy: "2027-11-24"
`;
}

const term = `term: imputation
definition: "Putting a likely value where one is missing. The small guide explains it in two sentences."
topics: [quality]
source: data-manual
`;

/** Returns a sample answer with the same score for each criterion. */
function sampleAnswer(score: number): string {
  const line = `      - { score: ${score}, why: "What in the answer earns this." }`;
  return `  - title: "How it earns a ${score}"
    answer: "${'It is plain work. '.repeat(20).trim()}"
    scores:
${[line, line, line].join('\n')}`;
}

function page({ code, slug, level, order, about }: SmallQuestion): string {
  const name = slug.replaceAll('-', ' ');
  const related = smallQuestions.filter((other) => other.code !== code)[0]?.code;
  const said = `We speak of ${about} here. ${'It is plain work. '.repeat(83).trim()}`;
  const lines = (entry: (word: string) => string): string =>
    ['first', 'second', 'third'].map(entry).join('\n');
  return `---
code: ${code}
title: "What do you do about ${name}, and why?"
label: On ${about}
level: ${level}
order: ${order}
topics: [quality]
jurisdictions: [anywhere]
minutes: 2.5
summary: "A sentence of at least sixty characters on ${name}, for lists and for search."
aliases: [${about} at work, ${about} asked, "${name}"]
related: [${related}]
factsCheckedOn: "2026-11-24"
rubric:
${lines((word) => `  - criterion: "The ${word} thing"\n    one: "A weak answer."\n    three: "A fair answer."\n    five: "A good answer."`)}
short: "I would look first, and then ask about ${about}."
calibration:
${[2, 3].map(sampleAnswer).join('\n')}
redFlags: ["A weak sentence.", "Another weak sentence."]
probes:
${lines((word) => `  - ask: "What comes ${word} then?"\n    reply: "A good reply."\n    tests: criterion 1`)}
---

<Listening>
Whether the candidate knows ${about}.
</Listening>

<Hint>
1. **Look.** First.
2. **Ask.** Second.
3. **Fix.** Third.
</Hint>

<Outline>
1. Look.
2. Ask.
3. Fix.
</Outline>

<Answer>
> ${said}
</Answer>

<Deeper>
${said} <Cite id="data-manual" /> <Cite id="register-law" /> <Cite id="chart-study" />
</Deeper>
`;
}
