export function markOpenedParts(): void {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('details[data-part]')) {
    const mark = (): void => {
      if (!fold.open) return;
      fold.dataset['seen'] = '';
      const links = `nav a[href="#${fold.dataset['part']}"]`;
      for (const link of document.querySelectorAll<HTMLElement>(links)) link.dataset['seen'] = '';
    };
    mark();
    fold.addEventListener('toggle', mark);
  }
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
