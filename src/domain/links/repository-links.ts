/**
 * Returns the URL of a new GitHub issue with the page and title filled in.
 *
 * @param repository the URL of the guide's repository; if there is none, there is no link
 * @param page its code and title, and its full URL
 */
export function correctionLink(
  repository: string | undefined,
  page: { readonly code: string; readonly title: string; readonly address: string },
): string | undefined {
  if (repository === undefined) return undefined;
  const query = new URLSearchParams({
    template: 'wrong-fact.yml',
    title: `${page.code}: ${page.title}`,
    page: page.address,
  });
  return `${repository.replace(/\/$/, '')}/issues/new?${query}`;
}

/**
 * Returns where files of the repository are edited, for Starlight's edit links, or undefined if
 * there is no repository.
 */
export function editBase(repository: string | undefined): string | undefined {
  return repository && `${repository.replace(/\/$/, '')}/edit/main/`;
}
