/**
 * Returns the URL of a new GitHub issue with the page and title filled in.
 *
 * @param repository the URL of the guide's repository, if it has one
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

/** Returns the base URL of Starlight's edit links, or undefined if there is no repository. */
export function editBase(repository: string | undefined): string | undefined {
  return repository && `${repository.replace(/\/$/, '')}/edit/main/`;
}
