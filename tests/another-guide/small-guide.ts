/**
 * A small guide for another role. It has just enough questions, levels, topics, and terms for each
 * feature to have something to show, and it builds in half the time that the real guide takes.
 */
import { appendFileSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseDocument } from 'yaml';
import type { Workspace } from '../support/workspace.ts';

/** The codes, slugs, and subjects of the questions, by level. */
const bySubject = {
  'first-week': [
    ['b2c', 'missing-lab-values', 'imputation'],
    ['f2g', 'twice-the-same-patient', 'duplicates'],
    ['h5j', 'units-that-differ', 'conversion'],
    ['d3f', 'join-two-registers', 'linkage'],
  ],
  'hard-cases': [
    ['j3k', 'a-trend-that-turns', 'seasonality'],
    ['k6m', 'two-honest-averages', 'stratification'],
    ['m4n', 'a-small-sample', 'uncertainty'],
  ],
  tools: [
    ['n7p', 'the-slow-query', 'indexes'],
    ['p5q', 'a-broken-export', 'encodings'],
    ['q8r', 'who-changed-it', 'versioning'],
  ],
  'own-work': [
    ['g4h', 'a-wrong-chart', 'retraction'],
    ['r6s', 'a-deadline-you-moved', 'estimates'],
  ],
} as const;

export const smallQuestions = Object.entries(bySubject).flatMap(([level, questions]) =>
  questions.map(([code, slug, about], index) => ({ code, slug, about, level, order: index + 1 })),
);

/** Turns a copy of the project into the small guide, as described in docs/another-guide.md. */
export function writeSmallGuide(copy: Workspace): void {
  // Keep the labs, but without the original guide's questions and sources.
  const labs = globSync('src/content/labs/*.yaml', { cwd: copy.root }).map((file) => {
    const lab = parseDocument(copy.read(file));
    const isAsked = file.endsWith('threshold.yaml');
    lab.set('questions', isAsked ? smallQuestions.slice(0, 2).map(({ code }) => code) : []);
    lab.set('sources', []);
    return { file, text: lab.toString() };
  });
  rmSync(copy.path('src/content'), { recursive: true });
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(copy.path(file)), { recursive: true });
    writeFileSync(copy.path(file), text);
  };
  // The types are the same in all guides.
  const types = /^export (?:interface [\s\S]*?^}|type .*)$/gm;
  write(
    'src/guide-settings.ts',
    [...(copy.read('src/guide-settings.ts').match(types) ?? []), settings].join('\n'),
  );
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
  write('src/content/docs/accessibility.md', doc('Accessibility of the analyst guide'));
  write('src/content/code-ledger.yaml', smallQuestions.map(ledgerLine).join(''));
  for (const id of ['data-manual', 'register-law', 'chart-study']) {
    write(`src/content/sources/${id}.yaml`, source(id));
  }
  write('src/content/paths/first-steps.yaml', path);
  for (const { about } of smallQuestions) write(`src/content/glossary/${about}.yaml`, term(about));
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
  description: 'A few interview questions for the Clinic Data Analyst, to show how small a guide can be.',
  disclaimer: 'A small guide for a test.',
  heroQuestion: '',
  license: 'https://creativecommons.org/licenses/by/4.0/',
  repository: 'https://git.example/clinic/guide',
} as const;
export const licenseName = 'Creative Commons Attribution 4.0 International';
export const home = {
  headline: 'Say it with numbers.',
  promise: (questions: number): string => questions + ' questions about clinic data.',
  labs: ['threshold'] as readonly string[],
  hasThreshold: false as boolean,
};
export const appColors = { theme: '#123456', background: '#ffffff' };
export const levelIcons: Readonly<Record<string, string>> = { 'first-week': 'M4 4h16v16H4z' };
export const storage = 'clinic-data';
export const searchExamples = 'imputation, registers';
export const searchSuggestions = ['imputation'];
export const interviewKits: readonly { name: string; minutes: number; levels: string[] }[] = [];
export const crisis: CrisisHelp | undefined = undefined;
export const companions = [{ id: 'plan', label: 'A plan', inSidebar: 'Your week' }] as const satisfies readonly Companion[];
export const otherPages: readonly string[] = ['accessibility'];
export const levels = [
  { id: 'first-week', label: 'First week', atLeast: 2, description: 'What one meets at once.' },
  { id: 'hard-cases', label: 'Hard cases', atLeast: 1, description: 'What takes a second look.' },
  { id: 'tools', label: 'Tools', atLeast: 1, description: 'What one works with.' },
  { id: 'own-work', label: 'Own work', atLeast: 1, description: 'Your stories.', ownStories: true },
] as const satisfies readonly Level[];
export const topics = [
  { id: 'quality', label: 'Data quality', description: 'What is missing, doubled or wrong.' },
  { id: 'methods', label: 'Methods', description: 'How to count so that it holds.' },
] as const satisfies readonly Topic[];
export const roles: readonly Role[] = [
  { id: 'analyst', label: 'Analyst', weights: { quality: 5 } },
  { id: 'statistician', label: 'Statistician', weights: { methods: 5, quality: 1 } },
];
export const jurisdictions = [
  { id: 'anywhere', label: 'Anywhere', description: 'Holds in every country.' },
] as const satisfies readonly Term[];
`;

const look = `
[data-level='first-week'],
.level-first-week {
  --hue: 30;
  --level: light-dark(#7a3410, #ffb48a);
}
`;

/** One of the project's Starlight options, followed by two others that Starlight documents. */
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
changed: { on: "2026-11-20", what: "It says more clearly what it always meant." }
checkedOn: "2026-11-24"
reviewBy: "2027-11-24"
`;
}

function term(about: string): string {
  return `term: ${about}
definition: "What the small guide says of ${about}. It explains each of its terms in two sentences."
topics: [quality]
source: data-manual
lookAlikes:
${smallQuestions
  .filter((other) => other.about !== about)
  .slice(0, 2)
  .map((other) => `  - { term: ${other.about}, note: "That is another thing." }`)
  .join('\n')}
`;
}

const path = `title: First steps
purpose: "The questions to begin with, in a sentence of some length."
minutes: 30
order: 1
questions:
${smallQuestions
  .slice(4, 8)
  .map(({ code }) => `  - { code: ${code}, why: "It comes next." }`)
  .join('\n')}
`;

/** Each question has as many criteria as follow-up questions. */
const ordinals = ['first', 'second', 'third', 'fourth'];

function sampleAnswer(score: number): string {
  const line = `      - { score: ${score}, why: "What in the answer earns this." }`;
  return `  - title: "How it earns a ${score}"
    answer: "${'It is plain work. '.repeat(20).trim()}"
    scores:
${ordinals.map(() => line).join('\n')}`;
}

function page({ code, slug, level, order, about }: SmallQuestion): string {
  const name = slug.replaceAll('-', ' ');
  const related = smallQuestions.filter((other) => other.code !== code)[0]?.code;
  const text = `We speak of ${about} here. ${'It is plain work. '.repeat(83).trim()}`;
  const lines = (entry: (word: string) => string): string => ordinals.map(entry).join('\n');
  return `---
code: ${code}
title: "What do you do about ${name}, and why?"
label: On ${about}
level: ${level}
order: ${order}
topics: [${level === 'hard-cases' ? 'methods' : 'quality'}]
jurisdictions: [anywhere]
minutes: 2.5
summary: "A sentence of at least sixty characters on ${about}: ${name}, for lists and for search."
aliases: [${about} at work, ${about} asked, "${name}"]
related: [${related}]
factsCheckedOn: "2026-11-24"
changes: [{ on: "2026-11-20", what: "The answer says more clearly what to ask first." }]
rubric:
${lines((word) => `  - criterion: "The ${word} thing"\n    one: "It names no number, and nobody who could know one."\n    three: "It names a number, and how it was counted."\n    five: "It names the number, its source, and what it would change."`)}
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
1. **Look.** Open twenty records and count each case of ${about}.
2. **Ask.** Call the clinic that entered them and hear why.
3. **Fix.** Change the form, and measure again after a month. <Cite id="data-manual" />
</Hint>

<Outline>
1. Look.
2. Ask.
3. Fix.
</Outline>

<Answer>
> ${text}
</Answer>

<Deeper>
${text} <Cite id="data-manual" /> <Cite id="register-law" /> <Cite id="chart-study" />

<Figure id="lifecycle-loop" />

| step | who |
| - | - |
| look | the analyst |
| ask | the clinic |

\`\`\`sql
${'SELECT patient FROM visits;\n'.repeat(6)}\`\`\`
</Deeper>
`;
}
