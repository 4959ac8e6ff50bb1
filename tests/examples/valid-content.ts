/** A small, complete, and valid guide in which a test can break a single page. */

import type { ContentFiles } from '../../src/domain/content-checks/check-content.ts';
import { companions, levels } from '../../src/guide-settings.ts';

const letters = 'bcdfghjkmnpqrstvwxz';

export function codeAt(index: number): string {
  return `2${letters[Math.floor(index / letters.length)]}${letters[index % letters.length]}`;
}

function page(index: number, level: string, order: number): string {
  return `---
code: ${codeAt(index)}
title: "What is the question with the number ${index}?"
label: Question ${index}
level: ${level}
order: ${order}
topics: [fhir, hipaa]
jurisdictions: [us]
minutes: 2.5
summary: "A sentence of at least sixty characters about question ${index}, for lists and search."
aliases:
  - first alias
  - second alias
  - third alias
related: [${codeAt(index === 0 ? 1 : 0)}]
factsCheckedOn: "2026-11-24"
rubric:
${['One', 'Two', 'Three'].map(criterion).join('\n')}
short: "The position of question ${index} in one sentence that someone could write down."
calibration:
${[2, 3].map(sampleAnswer).join('\n')}
redFlags:
  - "A sentence that gives it away."
  - "Another sentence like that."
probes:
${['First', 'Second', 'Third'].map(probe).join('\n')}
---

<Listening>
What the interviewer listens for.
</Listening>

<Hint>
1. **One.** First.
2. **Two.** Second.
3. **Three.** Third.
</Hint>

<Outline>
1. First.
2. Second.
3. Third.
</Outline>

<Answer>
${spoken(level, 'w '.repeat(337).trim())}
</Answer>

<Deeper>
${'d '.repeat(320).trim()} <Cite id="law-one" /> <Cite id="study-two" /> <Cite id="guidance-three" />
</Deeper>
`;
}

/** Behavioral answers are spoken, so they are in block quotes. */
function spoken(level: string, words: string): string {
  return level === 'behavioral' ? `> ${words}` : words;
}

function criterion(name: string): string {
  return `  - criterion: "${name} is judged"
    one: "What a one sounds like."
    three: "What a three sounds like."
    five: "What a five sounds like."`;
}

function sampleAnswer(score: number): string {
  return `  - title: "How an answer earns a ${score}"
    answer: "${'said '.repeat(80).trim()}"
    scores:
${'      - { score: 0, why: "What in the answer earns this." }\n'.replace('0', String(score)).repeat(3).trimEnd()}`;
}

function probe(name: string): string {
  return `  - ask: "${name} question that may follow?"
    reply: "What a good reply does."
    tests: criterion 1`;
}

function source(id: string, kind: string): string {
  return `title: "The title of ${id}"
by: Someone
published: "2026"
url: https://example.org/${id}
kind: ${kind}
status: published
says: "What it says that matters here, in a sentence that is long enough."
checkedOn: "2026-11-24"
reviewBy: "2027-11-24"
`;
}

const term = `term: FHIR
expansion: Fast Healthcare Interoperability Resources
definition: "A standard for exchanging health data, told in two sentences. This is the second."
topics: [fhir]
source: law-one
`;

const path = `title: A path
purpose: "A purpose explained in a sentence of some length."
minutes: 30
order: 1
questions:
  - { code: ${codeAt(0)}, why: "Because it comes first." }
  - { code: ${codeAt(1)}, why: "Because it comes second." }
  - { code: ${codeAt(2)}, why: "Because it comes third." }
`;

/**
 * Returns a valid guide with the minimum number of questions from `src/guide-settings.ts`. With
 * `atMost`, it has at most that many questions, so checking it is faster.
 */
export function validContent(atMost?: number): ContentFiles {
  const places = levels
    .flatMap((level) =>
      Array.from({ length: level.atLeast }, (_, order) => ({ level: level.id, order: order + 1 })),
    )
    .slice(0, atMost);
  const ledger = places.map(
    (_, index) => `- { code: ${codeAt(index)}, given: 2026-11-24, slugs: [question-${index}] }\n`,
  );
  return {
    questions: places.map(({ level, order }, index) => ({
      file: `src/content/questions/question-${index}.mdx`,
      text: page(index, level, order),
    })),
    docs: ['about', ...companions.map(({ id }) => id)].map((id) => ({
      file: `src/content/docs/${id}.md`,
      text: '---\ntitle: A page\ndescription: A page about the guide, told in a sentence.\n---\n\nText.\n',
    })),
    sources: [
      { file: 'src/content/sources/law-one.yaml', text: source('law-one', 'statute') },
      { file: 'src/content/sources/study-two.yaml', text: source('study-two', 'study') },
      {
        file: 'src/content/sources/guidance-three.yaml',
        text: source('guidance-three', 'guidance'),
      },
    ],
    glossary: [{ file: 'src/content/glossary/fhir.yaml', text: term }],
    learningPaths: [{ file: 'src/content/paths/a-path.yaml', text: path }],
    labs: [],
    ledger: { file: 'src/content/code-ledger.yaml', text: ledger.join('') },
    strays: [],
    figures: ['a-figure'],
    today: '2026-12-01',
  };
}

/** Returns the content with one page changed, and throws if the change does nothing. */
export function withChange(
  content: ContentFiles,
  index: number,
  change: (text: string) => string,
): ContentFiles {
  const questions = content.questions.map((source, at) => {
    if (at !== index) return source;
    const text = change(source.text);
    if (text === source.text) throw new Error('The change changed nothing.');
    return { ...source, text };
  });
  return { ...content, questions };
}

export function withSource(content: ContentFiles, from: string | RegExp, to: string): ContentFiles {
  const [first, ...others] = content.sources;
  const text = first?.text.replace(from, to) ?? '';
  if (text === first?.text) throw new Error('The change changes nothing.');
  return { ...content, sources: [{ file: first?.file ?? '', text }, ...others] };
}

export function withDoc(content: ContentFiles, text: string): ContentFiles {
  const [first, ...others] = content.docs;
  if (first === undefined) throw new Error('There are no companion pages.');
  return { ...content, docs: [{ ...first, text: `${first.text}${text}\n` }, ...others] };
}
