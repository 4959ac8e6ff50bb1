import { describe, expect, it } from 'vitest';
import { markedParts } from './marked-parts.ts';
import { lowerHeadings, markdownParts, writeMarkdown } from './part-markdown.ts';

const href = (address: string): string | undefined =>
  address.startsWith('#') ? undefined : `https://example.org${address}`;

function markdown(html: string, lower = 0): string {
  const page = `<main><section data-part="deeper"><h2>Going deeper</h2>${html}</section></main>`;
  const { deeper = [] } = markdownParts(markedParts(page), href);
  return writeMarkdown(lowerHeadings(deeper, lower)).trimEnd();
}

const cite = (number: number): string =>
  `<sup class="cite next">\n<a href="#source-${number}" aria-label="Source ${number}">${number}</a>\n</sup>`;

describe('a part as Markdown', () => {
  it('keeps bold, emphasis, code, links and numbered citations', () => {
    expect(
      markdown(
        `<p><strong>One.</strong> An <em>old</em> rule${cite(1)}, <code>a|b</code> ${cite(2)} ${cite(12)}.\n See <a href="/x/">this</a>.</p>`,
      ),
    ).toBe('**One.** An _old_ rule [1], `a|b` [2] [12]. See [this](https://example.org/x/).');
  });

  it('writes headings, lists, quotes and listings as such', () => {
    expect(
      markdown(
        '<h3>Why</h3><ol start="3"><li>A</li><li><p>B</p></li></ol><ul><li>C</li></ul><blockquote><p>D</p></blockquote><figure class="listing" role="region"><pre data-language="sql" class="language-sql"><code><span>SELECT</span> id ,\n  1\n</code></pre></figure>',
        1,
      ),
    ).toBe('#### Why\n\n3. A\n4. B\n\n- C\n\n> D\n\n```sql\nSELECT id ,\n  1\n```');
  });

  it('writes a table with its header, and a drawing in words', () => {
    expect(
      markdown(
        `<div class="scroll" role="region"><table><thead><tr><th>A</th><th>B|C</th></tr></thead><tbody><tr><th>1</th><td>2 ${cite(3)}</td></tr></tbody></table></div><figure><svg role="img" aria-label="A leads to B."><text>A</text></svg><figcaption>What leads where.</figcaption></figure>`,
      ),
    ).toBe(
      '| A | B\\|C |\n| - | - |\n| 1 | 2 [3] |\n\n**Figure.** A leads to B.\n\nWhat leads where.',
    );
  });

  it('escapes what Markdown would read as markup', () => {
    expect(markdown('<p># 1 * 2 [x](y) &lt;b&gt;</p>')).toBe('\\# 1 \\* 2 \\[x]\\(y) \\<b>');
  });
});
