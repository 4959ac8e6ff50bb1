/** Returns the URL of the search page for a query, as `readSearchRequest` reads it. */
export function searchAddress(query: string, isExact = false): string {
  const params = new URLSearchParams();
  if (query !== '') params.set('q', query);
  if (query !== '' && isExact) params.set('as', 'typed');
  return `${import.meta.env.BASE_URL}search/${params.size === 0 ? '' : `?${params}`}`;
}
