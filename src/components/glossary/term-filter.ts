/** Filters the glossary as the reader types: by names first, and by the whole text if no name fits. */
export class TermFilterElement extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector('input');
    const status = this.querySelector('[role=status]');
    if (field === null || status === null) return;
    field.oninput = () => {
      status.textContent = filterTerms(field.value);
    };
    // A letter, or a link to a term, may lead to what is hidden.
    window.addEventListener('hashchange', () => {
      if (field.value === '') return;
      field.value = '';
      status.textContent = filterTerms('');
      document.getElementById(location.hash.slice(1))?.scrollIntoView();
    });
  }
}

/** Hides the terms that don't match. Returns how many do. */
function filterTerms(text: string): string {
  const wanted = text.trim().toLowerCase();
  const terms = [...document.querySelectorAll<HTMLElement>('[data-terms] > div')];
  const byName = terms.filter((term) => term.dataset['names']?.includes(wanted));
  const fitting = new Set(
    byName.length > 0
      ? byName
      : terms.filter((term) => term.textContent?.toLowerCase().includes(wanted)),
  );
  for (const term of terms) term.hidden = !fitting.has(term);
  for (const section of document.querySelectorAll<HTMLElement>('section:has(> [data-terms])')) {
    section.hidden = section.querySelector('[data-terms] > div:not([hidden])') === null;
  }
  if (wanted === '') return '';
  return fitting.size === 1 ? '1 term' : `${fitting.size} terms`;
}
