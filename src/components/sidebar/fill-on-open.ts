/**
 * A folded level lists only the link to its page. When a reader unfolds it, its questions are
 * taken from that page, so that no page carries the lists of all levels. Without scripts, or
 * when the page can't be had, the link stays and does the same in one step more.
 */
export function fillOnOpen(sidebar: HTMLElement): void {
  sidebar.addEventListener(
    'toggle',
    (event) => {
      const details = event.target;
      if (!(details instanceof HTMLDetailsElement) || !details.open) return;
      const link = details.querySelector<HTMLAnchorElement>('a[data-level-link="folded"]');
      if (link === null) return;
      link.dataset.levelLink = 'listed';
      fill(link).catch(() => {
        link.dataset.levelLink = 'folded';
      });
    },
    // The event does not bubble.
    { capture: true },
  );
}

async function fill(link: HTMLAnchorElement): Promise<void> {
  const response = await fetch(link.href);
  if (!response.ok) throw new Error(`${link.href} answered ${response.status}.`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const questions = page.querySelectorAll<HTMLAnchorElement>('[data-question-list] a[data-label]');
  const items = [...questions].map(({ href, dataset }) => {
    const item = document.createElement('li');
    const anchor = document.createElement('a');
    anchor.href = new URL(href).pathname;
    anchor.textContent = dataset.label ?? '';
    item.append(anchor);
    return item;
  });
  link.closest('li')?.before(...items);
}
