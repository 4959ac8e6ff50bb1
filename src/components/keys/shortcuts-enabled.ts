import { readStorage } from '../../browser/local-storage.ts';

/** Whether single-character shortcuts work now: not while typing, unless the reader turned them off. */
export function shortcutsEnabled({ target }: Event): boolean {
  return !isTextField(target) && lettersAreOn();
}

/** Whether a key typed there is text, or chooses an entry that begins with it. */
export function isTextField(target: EventTarget | null): boolean {
  const fields = 'textarea, select, input:not([type=checkbox], [type=radio])';
  return target instanceof Element && target.matches(fields);
}

export function lettersAreOn(): boolean {
  return readStorage('guide-letter-keys') !== 'off';
}
