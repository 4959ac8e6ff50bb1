/** What was done before the frame's script came, oldest first; the script takes it up (`answer-early.ts`). */
export type Early = Event[] & {
  /** Set when the script has come, and when it can't be had. */
  over?: boolean;
};

declare global {
  interface Window {
    early?: Early;
  }
}

/**
 * Has a page ask for its script when its reader first moves on it: with a finger or a pointer, a key
 * or what stands for one, or by scrolling. Until then links and folds do what they do
 * without scripts, and a page that only flashes by costs nothing more. Who was here before, and who
 * opens a page at a part or a lab's own page, gets it at once.
 *
 * It stands in the head of each page as text (`late-script.ts`): it uses nothing of this module, and
 * each byte counts.
 *
 * @param address of the script, which is no part of the text, so that policies allow the same text in
 *   each version of the site
 */
export function waitForMove(address: string): void {
  const early: Early = [];
  window.early = early;
  const hear = (event: Partial<KeyboardEvent> & Event): void => {
    if (early.over) return;
    early.push(event);
    const { key } = event;
    const target = event.target as Element;
    const isHeld = event.ctrlKey || event.metaKey;
    const search = event.type === 'click' && target.closest('site-search');
    // A modified click opens a link elsewhere; on these keys browsers have a search of their own.
    const isSearch = search
      ? !isHeld && !event.shiftKey
      : isHeld
        ? key === 'k'
        : key === '/' && target === document.body;
    if (isSearch) event.preventDefault();
    import(/* @vite-ignore */ address).catch(() => {
      // The page is as it is without scripts: browsers do not ask again for such a file.
      early.over = true;
      document.querySelector('question-tools')?.remove();
      if (search && isSearch) search.querySelector('a')?.click();
    });
  };
  for (const move of ['pointerover', 'keydown', 'focusin', 'scroll', 'click']) {
    addEventListener(move, hear, true);
  }
  window.onload = (event) => {
    if (location.hash || document.querySelector('.text > guide-lab') || localStorage.length) {
      hear(event);
    }
  };
}
