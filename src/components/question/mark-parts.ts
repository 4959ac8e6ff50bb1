export function markParts(list: HTMLElement): void {
  const links = new Map(
    [...list.querySelectorAll('a')].map((link) => [link.hash.slice(1), link] as const),
  );
  const parts = [...document.querySelectorAll<HTMLElement>('.part > [data-part], #labs')];
  const linkOf = (part: Element): HTMLAnchorElement | undefined =>
    links.get((part as HTMLElement).dataset['part'] ?? part.id);
  const markSeen = (part: EventTarget | null): void => {
    if (part instanceof HTMLDetailsElement && part.open)
      linkOf(part)?.setAttribute('data-seen', '');
  };
  parts.forEach(markSeen);
  // The event does not bubble.
  document.addEventListener('toggle', ({ target }) => markSeen(target), { capture: true });
  const inView = new Set<Element>();
  const observer = new IntersectionObserver(
    (changes) => {
      for (const { target, isIntersecting } of changes) {
        if (isIntersecting) inView.add(target);
        else inView.delete(target);
      }
      const current = parts.find((part) => inView.has(part));
      if (current === undefined) return;
      list.querySelector('[aria-current]')?.removeAttribute('aria-current');
      const link = linkOf(current);
      link?.setAttribute('aria-current', 'true');
      // Scrolls only sideways, so that the page doesn't move, and never away from the focus.
      if (link !== undefined && !list.contains(document.activeElement))
        list.scrollTo({ left: link.offsetLeft - 0.42 * list.clientWidth });
    },
    { rootMargin: '-140px 0px -60% 0px' },
  );
  for (const part of parts) observer.observe(part);
}
