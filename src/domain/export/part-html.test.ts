import { describe, expect, it } from 'vitest';
import { exampleInserts, partTreesOf } from '../../../tests/examples/part-trees-of.ts';
import { partHtml } from './part-html.ts';

const rule = {
  href: (href: string) => (href.startsWith('#') ? undefined : `https://example.org/${href}`),
};

function part(text: string, more = {}): string | undefined {
  return partHtml(partTreesOf(`<Hint>\n${text}\n</Hint>`), exampleInserts, { ...rule, ...more })
    .hint;
}

describe('a part as XHTML', () => {
  it('writes links by the output’s rule', () => {
    const text = '[FHIR](glossary/#fhir), [hint](#hint) <Cite id="law-two" />';
    expect(part(text)).toBe(
      '<p><a href="https://example.org/glossary/#fhir">FHIR</a>, hint <sup class="cite">2</sup></p>',
    );
    expect(part(text, { href: (href: string) => `q${href}` })).toBe(
      '<p><a href="qglossary/#fhir">FHIR</a>, <a href="q#hint">hint</a> <sup class="cite"><a href="q#source-2" aria-label="Source 2">2</a></sup></p>',
    );
  });

  it('is well-formed XML, drawings included', () => {
    expect(part('a\\\nb & c &lt; d')).toBe('<p>a<br />\nb &#x26; c &#x3C; d</p>');
    expect(part('<Figure id="a-figure" />')).toMatch(
      /^<figure class="drawn"><svg [^>]*><g [^>]*><rect [^>]*><\/rect><text [^>]*>A &amp; B<\/text><\/g>.*<\/svg><figcaption>What leads where\.<\/figcaption><\/figure>$/,
    );
  });

  it('shifts its headings down', () => {
    expect(part('### Why', { lowerHeadings: 2 })).toBe('<h5>Why</h5>');
  });

  it('has no empty header cells, and code without colors', () => {
    expect(part('|  | A |\n| - | - |\n| b | 1 |')).toMatch(/<td><\/td>\s*<th>A<\/th>/);
    expect(part('```sql\nSELECT 1 < 2\n```')).toBe(
      '<pre><code class="language-sql">SELECT 1 &#x3C; 2\n</code></pre>',
    );
  });

  it('has worked examples with headings for rows and columns', () => {
    const html = part('<Worked id="ppv-by-prevalence" />');
    expect(html).toMatch(
      /<figure class="worked"><table><caption>.+<th scope="col">.+<th scope="row">/,
    );
  });
});
