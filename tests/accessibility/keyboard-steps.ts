/**
 * Steps for a reader who uses only a keyboard: finding the focus, checking that it can be seen, and
 * moving it.
 */
import type { Page } from 'playwright-core';

export interface Stop {
  /** The element's accessible name: its label or, if it has none, its text. */
  readonly name: string;
  /** The element's index among all elements on the page, or -1 if nothing has the focus. */
  readonly place: number;
  /** Reasons why the focus can't be seen. */
  readonly faults: readonly string[];
  /** True if the element matches the given selector. */
  readonly isWanted: boolean;
}

const manyStops = 700;

/** Returns where the focus is now, and whether it can be seen (WCAG 2.4.7 and 2.4.11). */
export function currentStop(page: Page, wanted?: string): Promise<Stop> {
  return page.evaluate((selector) => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) {
      return { name: '', place: -1, faults: [], isWanted: false };
    }
    const labels = (element as HTMLInputElement).labels;
    const words = (labels?.[0] ?? element).textContent?.replace(/\s+/g, ' ').trim();
    const name = element.getAttribute('aria-label') ?? words ?? '';
    const around = element.closest('label') ?? element;
    const faults: string[] = [];
    /**
     * Returns the element that shows the focus. For a transparent field, that is the mark after the
     * field.
     */
    const markOf = (field: Element): Element => {
      const isClear = getComputedStyle(field).opacity === '0';
      return (isClear ? field.nextElementSibling : field) ?? around;
    };
    const isOutlined = (one: Element): boolean => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
      const isClear = /^rgba\(.*, 0\)$/.test(outlineColor);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0 && !isClear;
    };
    const isShown = isOutlined(markOf(element)) || isOutlined(around);
    // Date fields have tab stops inside, which the browser marks itself.
    const isBrowsers = element instanceof HTMLInputElement && element.type === 'date';
    if (!isShown && !isBrowsers) faults.push('nothing shows that it has the focus');
    // A label may have no box of its own, because its parts are in the grid around it.
    const boxesOf = (label: Element, field: Element): DOMRect[] => {
      const boxes = [...label.getClientRects()];
      return boxes.length > 0 ? boxes : [...field.getClientRects()];
    };
    const boxes = boxesOf(around, element);
    const points = boxes.flatMap(({ left, top, right, bottom }) =>
      [0.1, 0.5, 0.9].flatMap((x) =>
        [0.1, 0.5, 0.9].map((y) => [left + (right - left) * x, top + (bottom - top) * y] as const),
      ),
    );
    const isSeen = ([x, y]: readonly [number, number]): boolean => {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && (around.contains(hit) || hit.contains(around));
    };
    const covered = points.filter((point) => !isSeen(point)).length;
    if (points.length === 0 || covered === points.length) faults.push('it isn’t visible');
    const described = `${element.tagName.toLowerCase()} "${name.slice(0, 60)}"`;
    return {
      name,
      place: [...document.querySelectorAll('*')].indexOf(element),
      faults: faults.map((fault) => `${described}: ${fault}`),
      isWanted: selector !== undefined && element.matches(selector),
    };
  }, wanted);
}

export async function tab(
  page: Page,
  keys: 'Tab' | 'Shift+Tab' = 'Tab',
  wanted?: string,
): Promise<Stop> {
  await page.keyboard.press(keys);
  return currentStop(page, wanted);
}

/**
 * Presses Tab until an element with this name has the focus.
 * @throws Error if the element isn't reached, or if the focus can't be seen at one of the stops
 */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  while (passed.length < manyStops) {
    const stop = await tab(page);
    if (stop.faults.length > 0) throw new Error(stop.faults.join('\n'));
    if (typeof name === 'string' ? stop.name === name : name.test(stop.name)) return;
    passed.push(stop.name.slice(0, 40));
  }
  throw new Error(`Tab does not lead to ${name}: ${passed.slice(0, 40).join(' | ')}`);
}

/** Tabs from the top of the page to its end and returns every stop, in order. */
export async function tabThrough(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < manyStops) {
    const stop = await tab(page);
    if (stop.place === -1 || stop.place === stops[0]?.place) return stops;
    stops.push(stop);
  }
  throw new Error(`The end of the page is not reached within ${manyStops} stops.`);
}
