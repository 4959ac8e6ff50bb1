/** Whether a key asks for search: Ctrl+K and ⌘K anywhere, "/" where nobody types. */
export function asksForSearch({ key, ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  return ctrlKey || metaKey
    ? /^k$/i.test(key)
    : key === '/' && !(target as Element).matches('input, textarea, select');
}
