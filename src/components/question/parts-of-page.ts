/** Marks the parts that the reader has opened, on the page and in the lists of parts. */
export function markOpenedParts(): void {
  const mark = ({ target }: { target: EventTarget | null }): void => {
    if (!(target instanceof HTMLDetailsElement) || !target.open) return;
    const { part } = target.dataset;
    // The fold must be inside a part.
    if (part === undefined) return;
    target.dataset['seen'] = '';
    for (const link of document.querySelectorAll<HTMLElement>(`nav a[href="#${part}"]`)) {
      link.dataset['seen'] = '';
    }
  };
  for (const target of document.querySelectorAll('details[data-part]')) mark({ target });
  // This event doesn't bubble.
  document.addEventListener('toggle', mark, { capture: true });
}

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
