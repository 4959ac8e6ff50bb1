/**
 * Runs the lab of a lab's own page, and opens the labs of a question page instead of their cards,
 * one at a time, when a reader presses a card or follows a link to a setting. Reading alone loads
 * nothing.
 */
export function watchLabs(): void {
  for (const host of document.querySelectorAll<HTMLElement>('guide-lab')) void run(host);
  const cards = document.querySelector('.lab-cards-part');
  if (cards === null) return;
  cards.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLElement>('a[data-lab]');
    if (link === null) return;
    event.preventDefault();
    void openLab(link);
  });
  const followLink = (): void => {
    const [id = '', setting] = location.hash.slice(1).split('?');
    const link = cards.querySelector<HTMLElement>(`li[id="${CSS.escape(id)}"] a[data-lab]`);
    if (link !== null && setting !== undefined) void openLab(link);
  };
  addEventListener('hashchange', followLink);
  followLink();
}

/** Replaces a card with its lab, and closes the lab that was open. */
async function openLab(link: HTMLElement): Promise<void> {
  const place = link.closest('li');
  const card = place?.firstElementChild;
  if (!place || !card) return;
  document.querySelector<HTMLElement>('[data-close-lab]')?.click();
  const body = document.createElement('div');
  body.className = 'lab-open';
  body.innerHTML =
    '<h3 tabindex="-1"></h3><guide-lab></guide-lab><p class="lab-end"><button type="button" data-close-lab>Close lab</button><a>Open the lab on its own page</a></p>';
  const title = body.querySelector('h3') as HTMLElement;
  const host = body.querySelector('guide-lab') as HTMLElement;
  const close = body.querySelector('button') as HTMLElement;
  title.textContent = link.textContent;
  host.dataset['lab'] = link.dataset['lab'] ?? '';
  body.querySelector('a')?.setAttribute('href', link.getAttribute('href') ?? '');
  close.onclick = () => {
    place.replaceChildren(card);
    delete place.dataset['open'];
    link.focus();
  };
  place.dataset['open'] = '';
  place.replaceChildren(body);
  await run(host);
  place.scrollIntoView({ block: 'start' });
  title.focus({ preventScroll: true });
}

async function run(host: HTMLElement): Promise<void> {
  try {
    await (await import('./lab-runner.ts')).runLab(host);
  } catch {
    // Browsers don't request a script again after it failed to load.
    host.dataset['open'] = '';
    host.append('The lab didn’t load. Reload the page.');
  }
}
