/** The contrast of drawings, which axe does not judge: words on shapes, and lines. */
import type { Page } from 'playwright-core';

/** What is too faint in the drawings that the page shows, by WCAG 1.4.3 and 1.4.11. */
export function faintParts(page: Page, screen: string): Promise<string[]> {
  return page.evaluate((name) => {
    type Color = readonly [red: number, green: number, blue: number, alpha: number];
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (canvas === null) throw new Error('The browser has no canvas.');
    const read = (color: string): Color => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [red, green, blue, alpha / 255];
    };
    const over = (top: Color, below: Color): Color => {
      const mix = (index: 0 | 1 | 2): number => top[index] * top[3] + below[index] * (1 - top[3]);
      return [mix(0), mix(1), mix(2), 1];
    };
    const luminance = ([red, green, blue]: Color): number => {
      const [r = 0, g = 0, b = 0] = [red, green, blue].map((channel) =>
        channel <= 10.31475 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (one: Color, other: Color): number => {
      const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (light + 0.05) / (dark + 0.05);
    };
    const paint = (element: Element, kind: 'fill' | 'stroke'): Color => {
      const style = getComputedStyle(element);
      if (style[kind] === 'none') return [0, 0, 0, 0];
      const [red, green, blue, alpha] = read(style[kind]);
      const share = Number(style[`${kind}Opacity`]) * Number(style.opacity);
      return [red, green, blue, alpha * share];
    };
    const behind = (element: Element): Color => {
      let below: Color = [255, 255, 255, 1];
      const layers: Color[] = [];
      for (let at: Element | null = element; at; at = at.parentElement) {
        layers.push(read(getComputedStyle(at).backgroundColor));
      }
      for (const layer of layers.reverse()) below = over(layer, below);
      return below;
    };
    const isDrawn = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect();
      return width + height > 0 && getComputedStyle(element).visibility === 'visible';
    };
    const covers = (shape: SVGGeometryElement, x: number, y: number): boolean => {
      const matrix = shape.getScreenCTM();
      if (matrix === null) return false;
      return shape.isPointInFill(new DOMPoint(x, y).matrixTransform(matrix.inverse()));
    };
    const faults: string[] = [];
    const shapes = 'rect, circle, ellipse, path, polygon';
    for (const svg of document.querySelectorAll('main svg')) {
      const page = behind(svg);
      const drawn = [...svg.querySelectorAll<SVGGeometryElement>(shapes)].filter(isDrawn);
      for (const text of svg.querySelectorAll('text')) {
        if (!isDrawn(text) || text.textContent.trim() === '') continue;
        const { left, right, top, height } = text.getBoundingClientRect();
        const before = drawn.filter(
          (shape) => shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING,
        );
        const halo = paint(text, 'stroke');
        for (const x of [left + 2, (left + right) / 2, right - 2]) {
          let ground = page;
          for (const shape of before) {
            if (covers(shape, x, top + height / 2)) ground = over(paint(shape, 'fill'), ground);
          }
          ground = over(halo, ground);
          const has = contrast(over(paint(text, 'fill'), ground), ground);
          if (has >= 4.5) continue;
          faults.push(`${name}: "${text.textContent}" has a contrast of ${has.toFixed(2)}`);
          break;
        }
      }
      const lines = '[class*=line-], .mark, .curve, .arrow, .cross, .head, .dot, .dot circle';
      for (const line of svg.querySelectorAll(lines)) {
        if (!(line instanceof SVGGeometryElement) || !isDrawn(line)) continue;
        const inks = [paint(line, 'stroke'), paint(line, 'fill')].filter(([, , , alpha]) => alpha);
        const has = Math.max(0, ...inks.map((ink) => contrast(over(ink, page), page)));
        if (has < 3) faults.push(`${name}: ${line.outerHTML} has a contrast of ${has.toFixed(2)}`);
      }
    }
    return faults;
  }, screen);
}
