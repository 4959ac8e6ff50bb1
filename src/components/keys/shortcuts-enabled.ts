import { readStorage } from '../../browser/local-storage.ts';

/**
 * True if single-character shortcuts work now. They don't while the reader types, or if the reader
 * turned them off.
 */
export function shortcutsEnabled({ target }: Event): boolean {
  return !isTextField(target) && lettersAreOn();
}

/** True if a key pressed in this element is text, or selects the entry that starts with it. */
export function isTextField(target: EventTarget | null): boolean {
  const fields = 'textarea, select, input:not([type=checkbox], [type=radio])';
  return target instanceof Element && target.matches(fields);
}

export function lettersAreOn(): boolean {
  return readStorage('guide-letter-keys') !== 'off';
}
