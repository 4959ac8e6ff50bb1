import { describe, expect, it } from 'vitest';
import { piecesOf } from './page-pieces.ts';

const article = (id: number, text: string) => `<article id="a${id}">\n${text}\n</article>`;
const filler = 'word '.repeat(60_000);
const page = (articles: readonly string[]) =>
  `<html>\n<body>\n${articles.join('\n</section>\n<section>\n')}\n</body>\n</html>\n`;

describe('the pieces of a page', () => {
  it('are one if it is of common length, articles or not', () => {
    const short = page([article(1, 'x'), article(2, 'y')]);
    expect([...piecesOf(short)]).toEqual([{ text: short, linesAbove: 0, sections: [] }]);
  });

  const long = page(Array.from({ length: 12 }, (_, id) => article(id, filler)));
  const pieces = [...piecesOf(long)];

  it('hold each article of a long page once, and the page without them', () => {
    const all = pieces.map(({ text }) => text).join('');
    expect(all.match(/id="a\d+"/g)).toEqual(Array.from({ length: 12 }, (_, id) => `id="a${id}"`));
    expect(pieces.at(-1)?.text.replace(/\n+/g, '')).toBe(
      `<html><body>${'</section><section>'.repeat(11)}</body></html>`,
    );
    expect(pieces).toHaveLength(13);
  });

  it('know on which line of the page they stand', () => {
    const lines = long.split('\n');
    for (const { text, linesAbove } of pieces.slice(0, -1)) {
      for (const [index, line] of text.split('\n').entries()) {
        const [id] = /<article id="a\d+">/.exec(line) ?? [];
        if (id !== undefined) expect(lines[linesAbove + index]).toBe(id);
      }
    }
    expect(pieces.at(-1)?.text.split('\n')).toHaveLength(lines.length);
  });

  it('tell of an article its outermost sections', () => {
    const [one, two] = ['<section><section>a</section></section>', '<section id="b">b</section>'];
    const [piece] = piecesOf(page([article(1, `x ${one} y ${two}${filler.repeat(6)}`)]));
    expect(piece?.sections).toEqual([one, two]);
  });

  it('leave an article in an article, and one that nothing closes, in theirs', () => {
    const nested = `<article>${article(1, filler)}</article>`;
    const open = `<article>${filler.repeat(10)}`;
    const [first, second] = piecesOf(`<main>${nested}${open}</main>`);
    expect(first?.text).toContain(`${nested}</section>`);
    expect(second?.text).toContain(`${open}</main></section>`);
  });
});
