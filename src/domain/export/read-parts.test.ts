import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../lib/text.ts';
import { markedParts } from './marked-parts.ts';
import { markdownParts } from './part-markdown.ts';
import { readParts } from './read-parts.ts';

function textsOf(html: string, citations: Parameters<typeof readParts>[1]) {
  return readParts(
    markdownParts(markedParts(html), () => undefined),
    citations,
  );
}

describe('the parts of a built page', () => {
  it('come as plain text, steps numbered, without the heading', () => {
    const html = `<main><div><details data-part="hint"><summary><h2>Hint</h2></summary>
      <div id="hint"><ol><li><strong>One.</strong> First &amp; best.</li><li>Two.</li></ol></div></details></div>
      <section data-part="listening"><h2>What</h2><p>Text <em>with</em>
      a break.</p><ul><li>x</li></ul></section></main>`;
    expect(textsOf(html, 'numbered')).toEqual({
      listening: 'Text with a break.\n- x',
      hint: '1. One. First & best.\n2. Two.',
    });
  });

  it('are empty on a page without marks', () => {
    expect(textsOf('<p>Text</p>', 'numbered')).toEqual({});
  });

  it.each([
    ['numbered', 'Data flow (N10) [1]. Sensitivity [2] [13]: high.'],
    ['omitted', 'Data flow (N10). Sensitivity: high.'],
  ] as const)('have their citations %s, without leaving a stray space', (citations, expected) => {
    const cite = (number: number, look = '') =>
      `<sup class="cite${look}">\n<a href="#source-${number}" aria-label="Source ${number}">${number}</a>\n</sup>`;
    const html = `<p data-part="listening">x</p><div data-part="answer"><p>Data flow (N10) ${cite(1)}. Sensitivity${cite(2)} ${cite(13, ' next')}: high.</p></div>`;
    expect(textsOf(html, citations).answer).toBe(expected);
  });

  it('keep code for readers, line by line in fences, and leave it out for search', () => {
    const html =
      '<div data-part="deeper"><p>A query:</p><pre><code class="language-sql">SELECT id ,\n  name\nFROM patients ;\n</code></pre><p>End.</p></div>';
    expect(textsOf(html, 'numbered').deeper).toBe(
      'A query:\n```\nSELECT id ,\n  name\nFROM patients ;\n```\nEnd.',
    );
    expect(textsOf(html, 'omitted').deeper).toBe('A query:\nEnd.');
  });

  it('do not contain other parts, or elements that only the page needs', () => {
    const html =
      '<div data-part="answer"><p data-part="short">In ten seconds</p><p>Said.</p><div popover id="t"><p>A definition.</p></div></div>';
    expect(textsOf(html, 'numbered')).toEqual({ answer: 'Said.' });
  });
});

describe('text for the index', () => {
  it('can’t become markup', () => {
    expect(escapeHtml('<b a="&">')).toBe('&lt;b a=&quot;&amp;&quot;&gt;');
  });
});
