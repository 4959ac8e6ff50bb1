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
 * or what stands for one, or by scrolling. Until then links and folds do what they do without scripts,
 * and a page that only flashes by costs nothing more. Who was here before, and who opens a page at a
 * part or a lab's own page, gets it at once.
 *
 * It stands in the head of each page as text (`late-script.ts`): it uses nothing of this module, and
 * each byte counts.
 *
 * @param address of the script, which is no part of the text, so that policies allow the same text in
 *   each version of the site
 * @param isForSearch whether a key asks for search, which browsers do themselves on the same keys
 */
export function waitForMove(address: string, isForSearch: (event: Event) => boolean): void {
  const early: Early = [];
  window.early = early;
  const hear = (event: Event): void => {
    if (early.over) return;
    early.push(event);
    const { type, target, ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    // A modified click opens a link elsewhere.
    const link =
      type === 'click' &&
      !(ctrlKey || metaKey || shiftKey) &&
      (target as Element).closest<HTMLElement>('site-search a');
    if (link || isForSearch(event)) event.preventDefault();
    import(/* @vite-ignore */ address).catch(() => {
      // The page is as it is without scripts: browsers do not ask again for such a file.
      early.over = true;
      document.querySelector('question-tools')?.remove();
      if (link) link.click();
    });
  };
  for (const move of ['pointerover', 'keydown', 'focusin', 'scroll', 'click']) {
    addEventListener(move, hear, true);
  }
  window.onload = (event) => {
    try {
      if (location.hash || document.querySelector('.text > guide-lab') || localStorage.length) {
        hear(event);
      }
    } catch {
      // Nothing may be kept here.
    }
  };
}
