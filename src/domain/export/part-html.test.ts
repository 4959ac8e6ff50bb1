import { describe, expect, it } from 'vitest';
import { markedParts } from './marked-parts.ts';
import { escapeXml, partHtml, readPartForms } from './part-html.ts';

const rule = {
  href: (href: string) => (href.startsWith('#') ? undefined : `https://example.org${href}`),
};

function part(html: string): string | undefined {
  const page = `<main><details data-part="hint"><summary><h2>Hint</h2></summary><div id="hint" class="part-body">${html}</div></details></main>`;
  return partHtml(readPartForms(markedParts(page)), rule).hint;
}

describe('a part copied from its page', () => {
  it('leaves out what only the page needs', () => {
    expect(
      part(
        '<p>Say <button popovertarget="t">FHIR</button>.</p><div popover id="t">What it is.</div><script>x</script>',
      ),
    ).toBe('<div class="part-body"><p>Say FHIR.</p></div>');
  });

  it('writes links by the output’s rule', () => {
    expect(
      part(
        '<p><a href="/glossary/#fhir">FHIR</a> <sup class="cite"><a href="#source-1">1</a></sup></p>',
      ),
    ).toBe(
      '<div class="part-body"><p><a href="https://example.org/glossary/#fhir">FHIR</a> <sup class="cite">1</sup></p></div>',
    );
  });

  it('is read once and written by any rule', () => {
    const page = '<div data-part="hint"><p> <a href="/x">one</a>, <a href="#y">two</a></p></div>';
    const forms = readPartForms(markedParts(page));
    expect(partHtml(forms, rule).hint).toBe('<p> <a href="https://example.org/x">one</a>, two</p>');
    expect(partHtml(forms, { href: () => undefined }).hint).toBe('<p> one, two</p>');
  });

  it('is well-formed XML, drawings included', () => {
    expect(
      part('<p>a<br>b &amp; c</p><svg viewBox="0 0 4 4" onload="x()"><path d="M0 0"></path></svg>'),
    ).toBe(
      '<div class="part-body"><p>a<br/>b &amp; c</p><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4" fill="none" font-family="sans-serif" font-size="13"><path d="M0 0"/></svg></div>',
    );
  });

  it('shifts its headings down, and has tables without their scroll region', () => {
    const page =
      '<section data-part="deeper"><h2>Going deeper</h2><h3>Why</h3><div class="scroll" role="region" aria-label="Table: A" tabindex="0"><table><tr><th>A</th></tr></table></div></section>';
    const forms = readPartForms(markedParts(page));
    expect(partHtml(forms, { ...rule, lowerHeadings: 2 }).deeper).toBe(
      '<h5>Why</h5><table><tbody><tr><th>A</th></tr></tbody></table>',
    );
  });

  it('has no empty header cells, and code without colors', () => {
    expect(part('<table><tr><th></th><th scope="col">A</th></tr></table>')).toContain(
      '<tr><td></td><th scope="col">A</th></tr>',
    );
    expect(
      part(
        '<figure class="listing scroll" role="region" aria-label="Code: sql" tabindex="0"><pre class="language-sql"><code><span class="token">SELECT</span> 1 &lt; 2</code></pre></figure>',
      ),
    ).toContain('<pre><code>SELECT 1 &lt; 2</code></pre>');
  });

  it('accepts no handlers, no script URLs, and no characters that XML forbids', () => {
    expect(part('<p onclick="x()" style="color:red">a\u0001</p>')).toBe(
      '<div class="part-body"><p>a</p></div>',
    );
    expect(escapeXml('<a b="c">\u0000&')).toBe('&lt;a b=&quot;c&quot;&gt;&amp;');
  });
});
