import { describe, expect, it } from 'vitest';
import { exampleInserts, partTreesOf } from '../../../tests/examples/part-trees-of.ts';
import { markdownParts } from './part-markdown.ts';
import { plainText, readParts } from './read-parts.ts';

function partsOf(text: string) {
  return markdownParts(partTreesOf(text), exampleInserts, () => undefined);
}
const textsOf = (text: string) => readParts(partsOf(text));

describe('the parts of a question as text', () => {
  it('have numbered steps, and a line for each block', () => {
    const text = `<Listening>\nText *with*\na break.\n\n- x\n</Listening>

<Hint>\n1. **One.** First & best.\n2. Two.\n</Hint>`;
    expect(textsOf(text)).toEqual({
      listening: 'Text with a break.\n- x',
      hint: '1. One. First & best.\n2. Two.',
    });
  });

  it('are empty on a page without parts', () => {
    expect(textsOf('Text')).toEqual({});
  });

  it('have their citations numbered or omitted, without leaving a stray space', () => {
    const text =
      '<Answer>\nData flow (N10) <Cite id="law-one" />. Sensitivity<Cite id="law-two" /> <Cite id="law-one" />: high.\n</Answer>';
    expect(textsOf(text).answer).toBe('Data flow (N10) [1]. Sensitivity [2] [1]: high.');
    const plain = partsOf(text).answer?.map(plainText);
    expect(plain).toEqual(['Data flow (N10). Sensitivity: high.']);
  });

  it('keep code for readers, line by line in fences', () => {
    const text =
      '<Deeper>\nA query:\n\n```sql\nSELECT id ,\n  name\nFROM patients ;\n```\n\nEnd.\n</Deeper>';
    expect(textsOf(text).deeper).toBe(
      'A query:\n```\nSELECT id ,\n  name\nFROM patients ;\n```\nEnd.',
    );
  });

  it('leave out the description of a drawing, but not its caption', () => {
    expect(textsOf('<Deeper>\n<Figure id="a-figure" />\n</Deeper>').deeper).toBe(
      'What leads where.',
    );
  });
});
