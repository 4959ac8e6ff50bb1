/**
 * The sidebar menu with JavaScript. A collapsed level lists only the link to its page; when a
 * reader opens it, its questions are loaded from that page, so that no page contains the lists of
 * all levels. Without JavaScript, or if the page fails to load, the link works and takes one more
 * step. On a phone, the page behind the open menu is inert.
 */
export function wireMenu(menu: HTMLElement): void {
  const follow = (target: EventTarget | null, isOpen: boolean): void => {
    if (target === menu) {
      for (const part of document.querySelectorAll('main, .skip')) {
        part.toggleAttribute('inert', isOpen);
      }
    } else if (isOpen && target instanceof HTMLElement) {
      void fill(target.querySelector<HTMLAnchorElement>('a[data-level-link=folded]'));
    }
  };
  // Levels that the reader opened before this script loaded.
  follow(menu, menu.matches(':popover-open'));
  for (const fold of menu.querySelectorAll('details[open]')) follow(fold, true);
  menu.addEventListener(
    'toggle',
    ({ target, newState }) => follow(target, newState === 'open'),
    // The event does not bubble.
    { capture: true },
  );
}

async function fill(link: HTMLAnchorElement | null): Promise<void> {
  if (link === null) return;
  link.dataset['levelLink'] = 'listed';
  try {
    const { listLevel } = await import('./list-level.ts');
    await listLevel(link);
  } catch {
    link.dataset['levelLink'] = 'folded';
  }
}
