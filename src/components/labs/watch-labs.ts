import { readStorage } from '../../browser/local-storage.ts';

/**
 * Runs the page's lab and marks the cards of solved labs. Redirects old links to lab settings,
 * because they once pointed to question pages.
 */
export function watchLabs(): void {
  const host = document.querySelector<HTMLElement>('guide-lab');
  if (host !== null) {
    import('./lab-runner.ts')
      .then(({ runLab }) => runLab(host))
      .catch(() => {
        // Some browsers don't request a failed script again until the page is reloaded.
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

/** Loads the code only if a lab has been solved and the page has cards. */
function showSolved(): void {
  if (!readStorage('guide-labs') || document.querySelector('.lab-card') === null) return;
  import('./solved-cards.ts').then(
    ({ markSolvedCards }) => markSolvedCards(),
    () => {},
  );
}
