import { isLetterKey } from './is-letter-key.ts';

/**
 * Keys of every page: `?` lists them, `[` and `]` go to the neighbors of a question. A page with
 * keys of its own (`listenForShortcuts`) answers `?` by itself.
 */
export function listenForPageKeys(): void {
  document.addEventListener('keydown', (event) => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || !/^[?[\]]$/.test(key) || !isLetterKey(event)) return;
    // The page's own keys come first; they have been heard by then.
    setTimeout(async () => {
      if (!event.defaultPrevented) (await import('./press-page-key.ts')).pressPageKey(key);
    });
  });
}
