/** Returns the URL of the search page for a query, as `readSearchRequest` reads it. */
export function searchAddress(query: string, isExact = false): string {
  const words = `?q=${encodeURIComponent(query)}${isExact ? '&as=typed' : ''}`;
  return `${import.meta.env.BASE_URL}search/${query === '' ? '' : words}`;
}
