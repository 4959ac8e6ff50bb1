/**
 * Runs the lab of a lab's own page, and opens the labs of a question page in the place of their cards: one
 * at a time, when a reader asks for it or follows a link to one of its settings. Pages that are only read
 * load nothing.
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
    const place = document.getElementById(id);
    if (place === null || setting === undefined || !cards.contains(place)) return;
    const link = place.querySelector<HTMLElement>('a[data-lab]');
    if (link !== null) void openLab(link);
  };
  addEventListener('hashchange', followLink);
  followLink();
}

/** Puts a lab in the place of its card, and closes the one that was open. */
async function openLab(link: HTMLElement): Promise<void> {
  const place = link.closest('li');
  const card = place?.firstElementChild;
  if (!place || !card) return;
  document.querySelector<HTMLElement>('[data-close-lab]')?.click();
  const host = document.createElement('guide-lab');
  const title = document.createElement('h3');
  const close = document.createElement('button');
  host.dataset['lab'] = link.dataset['lab'] ?? '';
  title.textContent = link.textContent;
  title.tabIndex = -1;
  close.type = 'button';
  close.textContent = 'Close lab';
  close.dataset['closeLab'] = '';
  close.onclick = () => {
    place.replaceChildren(card);
    delete place.dataset['open'];
    link.focus();
  };
  const own = document.createElement('a');
  own.href = (link as HTMLAnchorElement).href;
  own.textContent = 'Open the lab on its own page';
  const end = document.createElement('p');
  end.className = 'lab-end';
  end.append(close, own);
  const body = document.createElement('div');
  body.className = 'lab-open';
  body.append(title, host, end);
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
    // Browsers do not ask again for a script that they could not get.
    host.dataset['open'] = '';
    host.append('The lab didn’t load. Check your connection and reload the page.');
  }
}
