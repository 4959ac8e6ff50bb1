import type { Band } from './section-bands.ts';

/**
 * Changes what the band at the top of the page shows; what is left out stays. A room that calls it
 * has its own band from then on: the reader's data no longer fills it by itself.
 */
export function fillBand(change: Partial<Band>): void {
  const band = sectionBand();
  if (band === undefined) return;
  band.dataset['own'] = '';
  showInBand(band, change);
}

export function sectionBand(): HTMLElement | undefined {
  return document.querySelector<HTMLElement>('.section-band') ?? undefined;
}

export function showInBand(band: HTMLElement, change: Partial<Band>): void {
  const places = { title: 'h1', lead: '[data-lead]', figure: '[data-figure]', unit: '[data-unit]' };
  for (const [name, selector] of Object.entries(places)) {
    const text = change[name as keyof typeof places];
    const place = band.querySelector(selector);
    if (text !== undefined && place !== null && place.textContent !== text)
      place.textContent = text;
  }
  const svg = band.querySelector('svg');
  if (change.drawing !== undefined && svg !== null) svg.innerHTML = change.drawing.text;
}
