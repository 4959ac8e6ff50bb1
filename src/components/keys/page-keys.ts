import { isLetterKey } from './is-letter-key.ts';

/**
 * Keys of every page: `?` lists them, `[` and `]` go to the neighbors of a question. A page with
 * keys of its own (`listenForShortcuts`) answers `?` by itself.
 */
export function listenForPageKeys(): void {
  document.addEventListener('keydown', (event) => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || !isLetterKey(event)) return;
    // The page's own keys come first; they have been heard by then.
    if (key === '?') setTimeout(() => event.defaultPrevented || void showKeys());
    else if (key === '[') neighbor('prev')?.click();
    else if (key === ']') neighbor('next')?.click();
  });
}

function neighbor(rel: 'prev' | 'next'): HTMLAnchorElement | null {
  return document.querySelector<HTMLAnchorElement>(`a[rel=${rel}]`);
}

async function showKeys(): Promise<void> {
  if (document.querySelector('dialog[open]')) return;
  const { showPageKeys } = await import('./show-page-keys.ts');
  showPageKeys(neighbor);
}
