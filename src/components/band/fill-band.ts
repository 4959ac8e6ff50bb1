import type { Band } from './section-bands.ts';

/** What the band showed before a room filled it. */
let initial: Node[] | undefined;

/** Restores what the band showed before a room filled it. */
export function resetBand(): void {
  if (initial === undefined) return;
  sectionBand()?.replaceChildren(...initial.map((node) => node.cloneNode(true)));
}

/**
 * Changes what the band at the top of the page shows. Fields that aren't in `change` keep their
 * values. Once a room has called this, the reader's data no longer fills the band automatically.
 */
export function fillBand(change: Partial<Band>): void {
  const band = sectionBand();
  if (band === undefined) return;
  band.dataset['own'] = '';
  initial ??= [...band.childNodes].map((node) => node.cloneNode(true));
  showInBand(band, change);
}

export function sectionBand(): HTMLElement | undefined {
  return document.querySelector<HTMLElement>('.section-band') ?? undefined;
}

export function showInBand(band: HTMLElement, change: Partial<Band>): void {
  const selectors = {
    title: 'h1',
    lead: '[data-lead]',
    figure: '[data-figure]',
    unit: '[data-unit]',
  };
  for (const [name, selector] of Object.entries(selectors)) {
    const text = change[name as keyof typeof selectors];
    const element = band.querySelector(selector);
    if (text !== undefined && element !== null && element.textContent !== text)
      element.textContent = text;
  }
  const svg = band.querySelector('svg');
  if (change.drawing !== undefined && svg !== null) svg.innerHTML = change.drawing.text;
}
