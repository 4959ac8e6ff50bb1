/**
 * What the menu does with scripts. A folded level lists only the link to its page; when a reader
 * unfolds it, its questions are taken from that page, so that no page carries the lists of all
 * levels. Without scripts, or when the page can't be had, the link stays and does the same in one
 * step more. On a phone, what the open menu covers can't be reached meanwhile.
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
  // What was opened before this came.
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
