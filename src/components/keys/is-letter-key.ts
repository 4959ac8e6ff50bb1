import { keptText } from '../../browser/kept-text.ts';

/** Whether a single letter or sign is a shortcut now: not in a field, and not if turned off. */
export function isLetterKey({ target }: Event): boolean {
  const isTyping = target instanceof HTMLElement && target.matches('input, textarea, select');
  return !isTyping && keptText('guide-letter-keys') !== 'off';
}
