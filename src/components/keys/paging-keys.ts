import { shortcutsEnabled } from './shortcuts-enabled.ts';

/**
 * Handles shortcuts outside of rooms: `?` lists them, and on question pages, `[` and `]` open the
 * previous and next question. "/" and Ctrl+K are handled in `search/open-search.ts`, and numbers
 * and letters are handled in `study/base/shortcuts.ts`. A page with its own shortcuts
 * (`listenForShortcuts`) handles `?` itself.
 */
export function listenForPagingKeys(): void {
  document.addEventListener('keydown', (event) => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || !/^[?[\]]$/.test(key) || !shortcutsEnabled(event)) return;
    // The timeout lets the page's own shortcuts run first.
    setTimeout(async () => {
      if (!event.defaultPrevented) (await import('./press-paging-key.ts')).pressPagingKey(key);
    });
  });
}
