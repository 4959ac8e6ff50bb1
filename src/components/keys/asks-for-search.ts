/**
 * Whether a key asks for search: Ctrl+K and ⌘K anywhere, "/" where nobody types. It also stands in the
 * head of each page as text (`late-script.ts`) and so uses nothing of this module.
 *
 * @param event a key that was pressed; any other event does not ask
 */
export function asksForSearch(event: Event): boolean {
  const { key, ctrlKey, metaKey, target } = event as KeyboardEvent;
  return ctrlKey || metaKey
    ? /^k$/i.test(key)
    : key === '/' && !(target as Element).matches('input, textarea, select');
}
