import { describe, expect, it } from 'vitest';
import { exampleInserts } from '../../../tests/examples/part-trees-of.ts';
import { type Drawing, drawingColors, drawnFigure } from './drawing-look.ts';

/**
 * Returns the relative luminance of a color (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance).
 */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe('drawing colors', () => {
  it.each(Object.entries(drawingColors))('%s is visible in every e-reader mode', (_, color) => {
    for (const ground of ['#ffffff', '#f4ecd8', '#111111', '#000000']) {
      expect(contrast(color, ground), ground).toBeGreaterThanOrEqual(3);
    }
    // Bars and dots contain white text.
    expect(contrast(color, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(color, '#000000')).toBeGreaterThanOrEqual(4.5);
  });
});

describe('a drawing', () => {
  const [figure] = exampleInserts.figures.values();
  const html = drawnFigure(figure as Drawing);

  it('has its styles as attributes, and its words in the text color', () => {
    expect(html).toContain(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 9" role="img"',
    );
    expect(html).toContain(
      `<g class="box data"><rect x="1" fill="${drawingColors.data}" fill-opacity="0.12" stroke="${drawingColors.data}"`,
    );
    expect(html).toContain(
      '<text class="name" fill="currentColor" font-weight="bold" text-anchor="middle">A &amp; B',
    );
  });

  it('keeps a shape’s own attributes', () => {
    expect(html).toContain('<path class="arrow" d="M0 0" stroke-dasharray="5 4" stroke="');
  });
});
