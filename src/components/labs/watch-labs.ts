/**
 * Wakes each lab of the page when it is one window away, so that what grows is not yet seen, and at
 * once when the address is a link to one of its settings. Pages that are only read load nothing.
 */
export function watchLabs(): void {
  const awake = new Set<Element>();
  const near = new IntersectionObserver(
    (changes) => {
      for (const { isIntersecting, target } of changes)
        if (isIntersecting) void wake(target as HTMLElement);
    },
    { rootMargin: '0px 0px 100%' },
  );
  const followLink = (): void => {
    const [id = '', setting] = location.hash.slice(1).split('?');
    const place = document.getElementById(id);
    if (place === null || setting === undefined) return;
    place.scrollIntoView();
    void wake(place);
  };
  for (const place of document.querySelectorAll('guide-lab')) near.observe(place);
  addEventListener('hashchange', followLink);
  followLink();

  async function wake(place: HTMLElement): Promise<void> {
    if (awake.has(place)) return;
    awake.add(place);
    // What is pressed in the figure before the code has come counts.
    let pressed: EventTarget | null = null;
    place.onclick = ({ target }) => {
      pressed = target;
    };
    try {
      await (await import('./lab-runner.ts')).runLab(place, () => pressed);
    } catch {
      // Browsers do not ask again for a script that they could not get.
      place.append('The lab did not load.');
    }
  }
}
