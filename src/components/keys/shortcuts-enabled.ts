import { keptText } from '../../browser/kept-text.ts';

/** Whether single-character shortcuts work now: outside form fields, unless the reader turned them off. */
export function shortcutsEnabled({ target }: Event): boolean {
  const isTyping = target instanceof HTMLElement && target.matches('input, textarea, select');
  return !isTyping && keptText('guide-letter-keys') !== 'off';
}
