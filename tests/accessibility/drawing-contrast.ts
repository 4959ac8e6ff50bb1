/**
 * Checks contrast that axe doesn't check: words and lines in drawings, and the edges of fields.
 */
import type { Page } from 'playwright-core';

/**
 * Returns the parts of drawings and the fields whose contrast is too low for WCAG 1.4.3 or 1.4.11.
 */
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
    /**
     * Returns the color behind an SVG text element at a point: that of the page, covered by the
     * shapes that are drawn before the text, and by the text's halo.
     */
    const groundOf = (text: Element, svg: Element, x: number, y: number): Color => {
      const shapes = svg.querySelectorAll<SVGGeometryElement>('rect, circle, path, polygon');
      const below = [...shapes].filter(
        (shape) =>
          (shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
          isDrawn(shape) &&
          covers(shape, x, y),
      );
      const ground = below.reduce((color, shape) => over(paint(shape, 'fill'), color), behind(svg));
      // The letters' stroke is a halo.
      return over(paint(text, 'stroke'), ground);
    };
    const textContrast = (text: Element, svg: Element): number => {
      const { left, right, top, height } = text.getBoundingClientRect();
      const contrasts = [left + 2, (left + right) / 2, right - 2].map((x) => {
        const ground = groundOf(text, svg, x, top + height / 2);
        return contrast(over(paint(text, 'fill'), ground), ground);
      });
      return Math.min(...contrasts);
    };
    const lineContrast = (line: Element, svg: Element): number => {
      const page = behind(svg);
      const inks = [paint(line, 'stroke'), paint(line, 'fill')].filter(([, , , alpha]) => alpha);
      return Math.max(0, ...inks.map((ink) => contrast(over(ink, page), page)));
    };
    const fieldContrast = (field: Element): number => {
      const page = behind(field.parentElement ?? field);
      const { borderTopColor } = getComputedStyle(field);
      return Math.max(
        contrast(behind(field), page),
        contrast(over(read(borderTopColor), page), page),
      );
    };
    const drawings = [...document.querySelectorAll('main svg')];
    const parts = (selector: string): { readonly part: Element; readonly svg: Element }[] =>
      drawings.flatMap((svg) =>
        [...svg.querySelectorAll(selector)].filter(isDrawn).map((part) => ({ part, svg })),
      );
    const lines = '[class*=line-], .mark, .curve, .arrow, .cross, .head, .dot, .dot circle';
    const fields =
      'main :is(input:is([type=text], [type=number], [type=search], [type=date]), textarea, select)';
    const judged = [
      ...parts('text').map(({ part, svg }) => ({ part, least: 4.5, has: textContrast(part, svg) })),
      ...parts(lines)
        .filter(({ part }) => part instanceof SVGGeometryElement)
        .map(({ part, svg }) => ({ part, least: 3, has: lineContrast(part, svg) })),
      ...[...document.querySelectorAll(fields)]
        .filter((field) => isDrawn(field) && !field.matches(':disabled'))
        .map((part) => ({ part, least: 3, has: fieldContrast(part) })),
    ];
    return judged
      .filter(({ least, has }) => has < least)
      .map(({ part, has }) => `${name}: a contrast of ${has.toFixed(2)}: ${part.outerHTML}`);
  }, screen);
}
