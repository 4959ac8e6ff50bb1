import { readStorage } from '../../browser/local-storage.ts';
import { readSolvedLabs } from '../../domain/labs/solved-labs.ts';
import { sectionBand, showInBand } from '../band/fill-band.ts';

/**
 * Runs the page's lab, and marks the cards of solved labs. Redirects links to lab settings that
 * question pages once had.
 */
export function watchLabs(): void {
  const host = document.querySelector<HTMLElement>('guide-lab');
  if (host !== null) {
    import('./lab-runner.ts')
      .then(({ runLab }) => runLab(host))
      .catch(() => {
        // Browsers don't request a script again after it failed to load.
        host.dataset['open'] = '';
        host.append('The lab didn’t load. Reload the page.');
      });
  }
  const [id = '', setting] = location.hash.slice(1).split('?');
  const card = document.querySelector<HTMLAnchorElement>(`li[id="${CSS.escape(id)}"] a[data-lab]`);
  if (card !== null && setting !== undefined) location.replace(card.href + location.hash);
  showSolved();
  // The reader may come back from a lab to a page that the browser kept in memory.
  addEventListener('pageshow', showSolved);
}

function showSolved(): void {
  const ids = readSolvedLabs(readStorage('guide-labs'));
  const cards = [...document.querySelectorAll<HTMLElement>('.lab-card a')];
  const solved = cards.filter(({ dataset }) => ids.has(dataset['lab'] ?? ''));
  for (const link of solved) link.dataset['solved'] = '';
  const band = sectionBand();
  if (band?.dataset['band'] !== 'labs' || solved.length === 0) return;
  showInBand(band, { figure: `${solved.length}`, unit: `of ${cards.length} solved` });
}
