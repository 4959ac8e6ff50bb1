import { asksForSearch } from '../keys/asks-for-search.ts';

/**
 * Does what was pressed before the frame's script came, once all of it is wired: keys of every page,
 * the search link, the "Save" button. See `wait-for-move.ts`.
 */
export function answerEarly(): void {
  const { early } = window;
  // The development server brings the script with the page.
  if (early === undefined) return;
  early.over = true;
  for (const event of early) {
    if (event instanceof KeyboardEvent) pressAgain(event);
    else if (event.type === 'click') clickAgain(event as MouseEvent);
  }
}

function pressAgain(event: KeyboardEvent): void {
  // Keys of the page itself come first, and it has heard this one.
  const isOpen = !event.defaultPrevented && /^[?[\]]$/.test(event.key);
  if (asksForSearch(event) || isOpen)
    event.target?.dispatchEvent(new KeyboardEvent('keydown', event));
}

function clickAgain({ target, defaultPrevented }: MouseEvent): void {
  const pressed = (target as Element).closest<HTMLElement>('site-search a, question-tools button');
  // A modified click has opened the link elsewhere.
  if (pressed?.matches('button') || defaultPrevented) pressed?.click();
}
