/**
 * A window of 320 × 256 pixels, which is what a screen of 1280 × 1024 shows at 400% zoom (WCAG
 * 1.4.10).
 */
import type { Page } from 'playwright-core';

export const smallWindow = { width: 320, height: 256 };

/**
 * Returns the problems in a small window: elements that are cut off, a page that is too wide, and
 * fixed or sticky elements that cover more than half of the height.
 */
export function misfits(page: Page, screen: string): Promise<string[]> {
  return page.evaluate((name) => {
    const root = document.documentElement;
    const isMeant = (element: Element): boolean => {
      const { webkitLineClamp, clipPath, textIndent } = getComputedStyle(element);
      // Content that is only for screen readers is clipped or off screen.
      return webkitLineClamp !== 'none' || clipPath !== 'none' || textIndent !== '0px';
    };
    const isCutOff = (element: Element): boolean =>
      element.clientWidth > 1 &&
      element.scrollWidth > element.clientWidth + 1 &&
      /^(hidden|clip)$/.test(getComputedStyle(element).overflowX) &&
      !element.matches('input, textarea') &&
      !isMeant(element) &&
      element.checkVisibility({ visibilityProperty: true });
    const isFixed = (element: Element | null): boolean => {
      // An open dialog or list of parts covers the screen until it is closed, so only sticky
      // elements inside it count.
      if (element === null || element.matches('dialog, [popover], header ~ * nav details > div')) {
        return false;
      }
      const { position } = getComputedStyle(element);
      return position === 'sticky' || position === 'fixed' || isFixed(element.parentElement);
    };
    const cut = [...document.querySelectorAll('body *')]
      .filter(isCutOff)
      .map((element) => `<${element.localName} class="${element.className}"> is cut off`);
    scrollTo(0, root.scrollHeight / 2);
    const rows = Array.from({ length: innerHeight }, (_, y) => y);
    const covered = rows.filter((y) => isFixed(document.elementFromPoint(innerWidth / 2, y)));
    scrollTo(0, 0);
    return [
      ...cut,
      ...(root.scrollWidth > root.clientWidth
        ? [`${root.scrollWidth} pixels wide where ${root.clientWidth} are`]
        : []),
      ...(covered.length > innerHeight / 2
        ? [`${covered.length} of ${innerHeight} pixels are covered for good`]
        : []),
    ].map((fault) => `${name}: ${fault}`);
  }, screen);
}
