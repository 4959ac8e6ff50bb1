import { readStorage } from '../../browser/local-storage.ts';
import { readSolvedLabs } from '../../domain/labs/solved-labs.ts';
import { sectionBand, showInBand } from '../band/fill-band.ts';

/** Marks the cards of solved labs, and shows their number in the band above the list. */
export function markSolvedCards(): void {
  const ids = readSolvedLabs(readStorage('guide-labs'));
  const cards = [...document.querySelectorAll<HTMLElement>('.lab-card a')];
  const solved = cards.filter(({ dataset }) => ids.has(dataset['lab'] ?? ''));
  for (const link of solved) link.dataset['solved'] = '';
  const band = sectionBand();
  if (band?.dataset['band'] !== 'labs' || solved.length === 0) return;
  showInBand(band, { figure: `${solved.length}`, unit: `of ${cards.length} solved` });
}
