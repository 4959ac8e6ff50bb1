import { describe, expect, it } from 'vitest';
import { topics } from '../../guide-settings.ts';
import { annotateHtml } from './annotate-html.ts';
import { type Term, termFinder } from './find-terms.ts';

function term(id: string, name: string, expansion?: string): Term {
  return {
    id,
    term: name,
    ...(expansion === undefined ? {} : { expansion }),
    definition: 'A definition.',
    aliases: [],
    misspellings: [],
    topics: [topics[0].id],
    source: 'x',
    everyday: false,
    lookAlikes: [],
  };
}

const find = termFinder([
  term('fhir', 'FHIR', 'Fast Healthcare Interoperability Resources'),
  term('ppv', 'PPV'),
  term('drift', 'drift'),
  term('concept-drift', 'concept drift'),
]);

describe('terms in a text', () => {
  const ids = (text: string) => find(text).map(({ id }) => id);

  it('are found as acronym, expansion and plural', () => {
    expect(ids('FHIR, or Fast Healthcare Interoperability Resources; PPVs')).toEqual([
      'fhir',
      'fhir',
      'ppv',
    ]);
  });

  it('are found only in their own case, or at the start of a sentence', () => {
    expect(ids('fhir Drift drift')).toEqual(['drift', 'drift']);
  });

  it('are whole words, longest first', () => {
    expect(ids('adrift, drifting, concept drift')).toEqual(['concept-drift']);
  });

  it('are found by an acronym among their aliases, unless a term has that name', () => {
    const found = termFinder([
      { ...term('mdr-regulation', 'EU MDR'), aliases: ['MDR', 'regulation'] },
      { ...term('other', 'other term'), aliases: ['FHIR'] },
      term('fhir', 'FHIR'),
    ])('MDR, regulation, FHIR');
    expect(found.map(({ id }) => id)).toEqual(['mdr-regulation', 'fhir']);
  });

  it('aren’t found without a glossary', () => {
    expect(termFinder([])('FHIR')).toEqual([]);
  });
});

describe('a text with its terms marked', () => {
  it('has a button at the first use in each part, and knows which terms it used', () => {
    const { html, used } = annotateHtml(
      '<section data-part="hint"><p>FHIR and FHIR</p></section><section data-part="deeper"><p>FHIR</p></section>',
      find,
    );
    expect(html.match(/popovertarget="term-fhir"/g)).toHaveLength(2);
    expect(used).toEqual(['fhir']);
  });

  it('leaves words in drawings alone, because a button would hide them', () => {
    const drawing = '<svg viewBox="0 0 9 9"><text x="1">FHIR</text></svg>';
    expect(annotateHtml(drawing, find)).toEqual({ html: drawing, used: [] });
  });

  it('leaves links, headings and code alone, and keeps the markup as it was', () => {
    const html = '<h3>FHIR</h3><p><a href="x">FHIR</a> <code>FHIR</code> &lt;b&gt;</p>';
    expect(annotateHtml(html, find)).toEqual({ html, used: [] });
  });

  it('doesn’t count a drawing as the first use of a term', () => {
    const drawing = '<svg><text>FHIR</text></svg>';
    const { html } = annotateHtml(`${drawing}<p>FHIR</p>`, find);
    expect(html.startsWith(drawing)).toBe(true);
    expect(html.match(/popovertarget="term-fhir"/g)).toHaveLength(1);
  });

  it('keeps adjacent punctuation on the line of a term', () => {
    const { html } = annotateHtml('<p>a (FHIR), b</p>', find);
    expect(html).toMatch(/^<p>a <no-break>\(<button [^>]*>FHIR<\/button>\),<\/no-break> b<\/p>$/);
    const alone = annotateHtml('<p>a FHIR b</p>', find).html;
    expect(alone).toMatch(/^<p>a <button [^>]*>FHIR<\/button> b<\/p>$/);
    const long = annotateHtml('<p>FHIR-and-what-has-no-space-behind-it</p>', find).html;
    expect(long).toMatch(/^<p><button [^>]*>FHIR<\/button>-and-what-has-no-space-behind-it<\/p>$/);
  });

  it('keeps each word once where two terms are adjacent', () => {
    const words = ['FHIR/PPV', '(FHIR–PPV).', 'FHIR,PPV'];
    for (const text of words) {
      const { html } = annotateHtml(`<p>${text}</p>`, find);
      expect(html.match(/<button/g), text).toHaveLength(2);
      expect(html.replace(/<[^>]*>/g, '')).toBe(text);
    }
  });

  it('separates a citation from a term in brackets', () => {
    const { html } = annotateHtml('<p>(FHIR <sup class="cite">1</sup>)</p>', find);
    expect(html).toContain('class="cite next"');
  });

  it('separates citations that follow each other, and no others', () => {
    const cite = '<sup class="cite"><a href="#source-1">1</a></sup>';
    const { html } = annotateHtml(`<p>a${cite} ${cite} b${cite}</p>`, find);
    expect(html.match(/class="cite next"/g)).toHaveLength(1);
  });

  it('keeps a citation on the line of the word before it', () => {
    const { html } = annotateHtml('<p>sold <sup class="cite">2</sup>, not</p>', find);
    expect(html).toContain('sold&nbsp;<sup');
  });
});
