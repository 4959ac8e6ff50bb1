import { describe, expect, it } from 'vitest';
import { exampleInserts, partTreesOf } from '../../../tests/examples/part-trees-of.ts';
import { markdownParts } from './part-markdown.ts';
import { readParts } from './read-parts.ts';

function textsOf(text: string, citations: Parameters<typeof readParts>[1]) {
  const parts = markdownParts(partTreesOf(text), exampleInserts, () => undefined);
  return readParts(parts, citations);
}

describe('the parts of a question as text', () => {
  it('have numbered steps, and a line for each block', () => {
    const text = `<Listening>\nText *with*\na break.\n\n- x\n</Listening>

<Hint>\n1. **One.** First & best.\n2. Two.\n</Hint>`;
    expect(textsOf(text, 'numbered')).toEqual({
      listening: 'Text with a break.\n- x',
      hint: '1. One. First & best.\n2. Two.',
    });
  });

  it('are empty on a page without parts', () => {
    expect(textsOf('Text', 'numbered')).toEqual({});
  });

  it.each([
    ['numbered', 'Data flow (N10) [1]. Sensitivity [2] [1]: high.'],
    ['omitted', 'Data flow (N10). Sensitivity: high.'],
  ] as const)('have their citations %s, without leaving a stray space', (citations, expected) => {
    const text =
      '<Answer>\nData flow (N10) <Cite id="law-one" />. Sensitivity<Cite id="law-two" /> <Cite id="law-one" />: high.\n</Answer>';
    expect(textsOf(text, citations).answer).toBe(expected);
  });

  it('keep code for readers, line by line in fences, and leave it out for search', () => {
    const text =
      '<Deeper>\nA query:\n\n```sql\nSELECT id ,\n  name\nFROM patients ;\n```\n\nEnd.\n</Deeper>';
    expect(textsOf(text, 'numbered').deeper).toBe(
      'A query:\n```\nSELECT id ,\n  name\nFROM patients ;\n```\nEnd.',
    );
    expect(textsOf(text, 'omitted').deeper).toBe('A query:\nEnd.');
  });

  it('leave out the description of a drawing, but not its caption', () => {
    expect(textsOf('<Deeper>\n<Figure id="a-figure" />\n</Deeper>', 'numbered').deeper).toBe(
      'What leads where.',
    );
  });
});
