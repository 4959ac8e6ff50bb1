import { readStorage } from '../../browser/local-storage.ts';

/** Whether single-character shortcuts work now: outside form fields, unless the reader turned them off. */
export function shortcutsEnabled({ target }: Event): boolean {
  const isTyping = target instanceof HTMLElement && target.matches('input, textarea, select');
  return !isTyping && readStorage('guide-letter-keys') !== 'off';
}
