/** Whether a key opens search: Ctrl+K and ⌘K anywhere, "/" outside form fields. */
export function isSearchShortcut({ key, ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  return ctrlKey || metaKey
    ? /^k$/i.test(key)
    : key === '/' && !(target as Element).matches('input, textarea, select');
}
