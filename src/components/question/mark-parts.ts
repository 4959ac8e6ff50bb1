/** Marks the parts that the reader has opened in Starlight's lists of the page's parts. */
export function markSeenParts(): void {
  const mark = ({ target }: { target: EventTarget | null }): void => {
    if (!(target instanceof HTMLDetailsElement) || !target.open) return;
    const { part = '' } = target.dataset;
    for (const link of document.querySelectorAll<HTMLElement>(
      `:is(starlight-toc, mobile-starlight-toc) a[href="#${part}"]`,
    )) {
      link.dataset['seen'] = '';
    }
  };
  for (const target of document.querySelectorAll('details[data-part]')) mark({ target });
  // The event does not bubble.
  document.addEventListener('toggle', mark, { capture: true });
}
