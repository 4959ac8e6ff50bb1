/** Subject of a correction. */
export interface CorrectedPage {
  readonly code: string;
  readonly title: string;
  /** Full URL of the page. */
  readonly address: string;
}

/**
 * URL of a new GitHub issue with page and title filled in.
 *
 * @param repository address of the guide's repository; without one there is no such link
 */
export function correctionLink(
  repository: string | undefined,
  { code, title, address }: CorrectedPage,
): string | undefined {
  if (repository === undefined) return undefined;
  const query = new URLSearchParams({
    template: 'wrong-fact.yml',
    title: `${code}: ${title}`,
    page: address,
  });
  return `${repository.replace(/\/$/, '')}/issues/new?${query}`;
}
