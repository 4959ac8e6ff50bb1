import type { Link } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { exampleInserts, partTreesOf } from '../../../tests/examples/part-trees-of.ts';
import { lowerHeadings, markdownParts, textOf, writeMarkdown } from './part-markdown.ts';

const href = (address: string): string | undefined =>
  address.startsWith('#') ? undefined : `https://example.org/${address}`;

function markdown(text: string, lower = 0): string {
  const trees = partTreesOf(`<Deeper>\n${text}\n</Deeper>`);
  const { deeper = [] } = markdownParts(trees, exampleInserts, href);
  return writeMarkdown(lowerHeadings(deeper, lower)).trimEnd();
}

describe('a part as Markdown', () => {
  it('keeps bold, emphasis, code, links and numbered citations', () => {
    expect(
      markdown(
        '**One.** An *old* rule <Cite id="law-one" />, `a|b` <Cite id="law-two" /><Cite id="law-one" />. See [this](x/) and [that](#y).',
      ),
    ).toBe(
      '**One.** An _old_ rule [1], `a|b` [2] [1]. See [this](https://example.org/x/) and that.',
    );
  });

  it('writes headings, lists, quotes and listings as such', () => {
    expect(
      markdown('### Why\n\n3. A\n4. B\n\n- C\n\n> D\n\n```sql\nSELECT id ,\n  1\n```', 1),
    ).toBe('#### Why\n\n3. A\n4. B\n\n- C\n\n> D\n\n```sql\nSELECT id ,\n  1\n```');
  });

  it('writes a table with its header, and a drawing in words', () => {
    expect(
      markdown(
        '| A | B\\|C |\n| - | - |\n| 1 | 2 <Cite id="law-one" /> |\n\n<Figure id="a-figure" />',
      ),
    ).toBe(
      '| A | B\\|C |\n| - | - |\n| 1 | 2 [1] |\n\n**Figure.** A leads to B.\n\nWhat leads where.',
    );
  });

  it('writes a worked example with its table, and no comment', () => {
    const lines = markdown('{/* a note */}\n\n<Worked id="ppv-by-prevalence" />').split('\n');
    expect(lines[0]).toMatch(/^\*\*.+\*\*$/);
    expect(lines[2]).toMatch(/^\| .+ \|$/);
  });

  it.each([
    ['https://a.example/?x=1&y=2', '[a](<https://a.example/?x=1&y=2>)'],
    ['https://a.example/b_(c)', '[a](<https://a.example/b_(c)>)'],
    // Without the backslash, a Markdown renderer would show a copyright sign.
    ['https://a.example/?x=1&copy;=2', '[a](<https://a.example/?x=1\\&copy;=2>)'],
    ['https://a.example/b', '[a](https://a.example/b)'],
  ])('writes the URL %s so that it can be copied', (url, written) => {
    const link: Link = { type: 'link', url, children: [textOf('a')] };
    const [markdown = '', ...rest] = writeMarkdown([
      { type: 'paragraph', children: [link] },
      { type: 'definition', identifier: '1', label: '1', url },
    ]).split('\n\n');
    expect(markdown).toBe(written);
    expect(rest.join('').trimEnd()).toBe(written.replace('[a](', '[1]: ').replace(/\)$/, ''));
    const parsed = unified().use(remarkParse).parse(markdown);
    expect(JSON.stringify(parsed)).toContain(`"url":"${url}"`);
  });

  it('escapes what Markdown would read as markup', () => {
    expect(markdown('\\# 1 \\* 2 \\[x](y) &lt;b&gt;')).toBe('\\# 1 \\* 2 \\[x]\\(y) \\<b>');
  });
});
