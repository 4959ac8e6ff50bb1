import { describe, expect, it } from 'vitest';
import { allFigures } from './all-figures.ts';
import { figureWidth } from './diagram.ts';

/**
 * Returns the largest width that text can have, in the figure's units, assuming a system font with
 * wide letters at size 13.
 */
function widthOf(text: string, isName: boolean): number {
  return [...text].length * (isName ? 7.3 : 6.6);
}

describe.each([...allFigures])(
  'the figure "%s"',
  (_, { caption, description, height, content }) => {
    it('has a result, also in words', () => {
      expect(caption).toMatch(/^[A-Z“].*[.”]$/);
      expect(caption.length).toBeLessThanOrEqual(160);
      expect(description.length).toBeGreaterThanOrEqual(120);
      expect(description).not.toBe(caption);
    });

    it('keeps its text inside its boxes, and everything inside its frame', () => {
      const boxes = content.text.matchAll(
        /<g class="box[^>]*><rect [^>]*?width="([\d.]+)"[^>]*>(.*?)<\/g>/g,
      );
      for (const [, width, inside = ''] of boxes) {
        for (const [, kind = '', text = ''] of inside.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)) {
          const plain = text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');
          expect(widthOf(plain, kind.includes('name')), plain).toBeLessThanOrEqual(
            Number(width) - 4,
          );
        }
      }
      for (const [, x, y, width, h] of content.text.matchAll(
        /<rect[^>]*? x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height="([\d.]+)"/g,
      )) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(x) + Number(width)).toBeLessThanOrEqual(figureWidth);
        expect(Number(y) + Number(h)).toBeLessThanOrEqual(height);
      }
    });
  },
);
