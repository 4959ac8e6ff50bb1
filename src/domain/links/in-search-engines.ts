import type { Paths } from './paths.ts';

/**
 * True if search engines should list a page. They shouldn't list redirects, the error page, or
 * pages that show only search results, the reader's own data, the guide's components, or other
 * pages' text for printing.
 *
 * @param questions current slugs; all other pages under `/questions/` are redirects
 */
export function isListed(
  path: string,
  paths: Paths,
  questions: { has(slug: string): boolean },
): boolean {
  const { search, saved, progress, print } = paths;
  const components = paths.file('components/');
  const skipped = [search, saved, progress, print, components, paths.file('404'), paths.file('q/')];
  if (skipped.some((start) => path.startsWith(start))) return false;
  const isQuestion = path.startsWith(paths.questions) && path !== paths.questions;
  return !isQuestion || questions.has(path.slice(paths.questions.length).replace(/\/$/, ''));
}
