import { type DefaultTreeAdapterMap, parseFragment, serialize } from 'parse5';
import { describe, expect, it } from 'vitest';
import { wrapWide } from './annotate-html.ts';

function wrapped(html: string): string {
  const root = parseFragment(html);
  wrapWide(root);
  return serialize<DefaultTreeAdapterMap>(root);
}

const table =
  '<table><thead><tr><th>Seat</th><th>Why</th></tr></thead><tbody><tr><th>PM</th><td>x</td></tr></tbody></table>';

describe('a table on a page', () => {
  it('gets its own region, named by its columns', () => {
    expect(wrapped(`<div><p>a</p>${table}<p>b</p></div>`)).toBe(
      `<div><p>a</p><div class="scroll" role="region" aria-label="Table: Seat, Why" tabindex="0">${table}</div><p>b</p></div>`,
    );
  });

  it('is treated like a listing, which is named by its language', () => {
    const code = '<pre data-language="sql"><code>SELECT 1</code></pre>';
    expect(wrapped(code)).toBe(
      `<figure class="listing scroll" role="region" aria-label="Code: sql" tabindex="0">${code}</figure>`,
    );
  });

  it('is unchanged if it is already in a region', () => {
    const html = `<div class="scroll" role="region">${table}</div>`;
    expect(wrapped(html)).toBe(html);
  });
});
