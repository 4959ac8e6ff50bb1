import { readStorage } from '../../browser/local-storage.ts';

/**
 * True if single-character shortcuts work now. They don't in a field that uses these keys itself,
 * or if the reader has turned them off.
 */
export function shortcutsEnabled({ target }: Event): boolean {
  return !isTextField(target) && lettersAreOn();
}

/**
 * True if the element may use letter keys itself, for typing or to select an entry that starts with
 * the letter.
 */
export function isTextField(target: EventTarget | null): boolean {
  const fields = 'textarea, select, input:not([type=checkbox], [type=radio])';
  return target instanceof Element && target.matches(fields);
}

export function lettersAreOn(): boolean {
  return readStorage('guide-letter-keys') !== 'off';
}
