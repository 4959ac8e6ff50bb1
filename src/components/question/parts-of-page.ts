/**
 * Opens the part in the URL's fragment, now and whenever the fragment changes. Browsers open a fold
 * only if the target is inside it, but the heading is above its fold (see `Part.astro`).
 */
export function openLinkedPart(): void {
  const open = (): void => {
    const part = document.getElementById(location.hash.slice(1))?.nextElementSibling;
    if (part instanceof HTMLDetailsElement) part.open = true;
  };
  open();
  addEventListener('hashchange', open);
}

/**
 * Returns a function that scrolls to the URL's fragment again. The browser scrolls there before the
 * page has all of its styles, which change the heights of parts. The function does nothing if the
 * reader has moved on, or if the browser has restored an earlier position.
 */
export function keepLinkedPlace(): () => void {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  let isUntouched = navigation?.type === 'navigate';
  for (const input of ['wheel', 'keydown', 'pointerdown']) {
    addEventListener(input, () => (isUntouched = false));
  }
  return () => {
    if (isUntouched) document.querySelector(':target')?.scrollIntoView();
  };
}
