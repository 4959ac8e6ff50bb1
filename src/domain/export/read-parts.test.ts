import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../search/index-document.ts';
import { markedParts } from './marked-parts.ts';
import { readParts } from './read-parts.ts';

describe('the parts of a built page', () => {
  it('come as plain text, steps numbered, without the heading', () => {
    const html = `<main><div><details data-part="hint"><summary><h2>Hint</h2></summary>
      <div id="hint"><ol><li><strong>One.</strong> First &amp; best.</li><li>Two.</li></ol></div></details></div>
      <section data-part="listening"><h2>What</h2><p>Text <em>with</em>
      a break.</p><ul><li>x</li></ul></section></main>`;
    expect(readParts(markedParts(html))).toEqual({
      listening: 'Text with a break.\n- x',
      hint: '1. One. First & best.\n2. Two.',
    });
  });

  it('are none on a page without marks', () => {
    expect(readParts(markedParts('<p>Text</p>'))).toEqual({});
  });
});

describe('text for the index', () => {
  it('can not become markup', () => {
    expect(escapeHtml('<b a="&">')).toBe('&lt;b a=&quot;&amp;&quot;&gt;');
  });
});
