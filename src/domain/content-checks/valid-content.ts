/** Small valid content for tests: one full guide whose pages tests break one by one. */
import { levels } from '../../guide.ts';
import type { ContentFiles } from './check-content.ts';

const letters = 'bcdfghjkmnpqrstvwxz';

/** Code of the question at that place, counted from 0. */
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
`;
}

/** A valid guide with as many questions as \`src/guide.ts\` asks for. */
export function validContent(): ContentFiles {
  const places = levels.flatMap((level) =>
    Array.from({ length: level.atLeast }, (_, order) => ({ level: level.id, order: order + 1 })),
  );
  const ledger = places.map(
    (_, index) => `- { code: ${codeAt(index)}, given: 2026-11-24, slugs: [question-${index}] }\n`,
  );
  return {
    questions: places.map(({ level, order }, index) => ({
      file: `src/content/questions/question-${index}.mdx`,
      text: page(index, level, order),
    })),
    docs: [
      {
        file: 'src/content/docs/about.md',
        text: '---\ntitle: About\ndescription: A page about the guide, told in a sentence.\n---\n\nText.\n',
      },
    ],
    ledger: { file: 'src/content/code-ledger.yaml', text: ledger.join('') },
  };
}

/** The same content with one page's text changed; fails if nothing changed. */
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
