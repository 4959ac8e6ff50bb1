import type { Paths } from './paths.ts';

/**
 * True if search engines should list a page. They shouldn't if it redirects, or if it shows only a
 * search, the reader's own data, or our components.
 *
 * @param questions slugs of today's questions; other pages under `/questions/` redirect
 */
export function isListed(path: string, paths: Paths, questions: ReadonlySet<string>): boolean {
  const { search, saved, progress, print } = paths;
  const components = paths.file('components/');
  const skipped = [search, saved, progress, print, components, paths.file('404'), paths.file('q/')];
  if (skipped.some((start) => path.startsWith(start))) return false;
  const isQuestion = path.startsWith(paths.questions) && path !== paths.questions;
  return !isQuestion || questions.has(path.slice(paths.questions.length).replace(/\/$/, ''));
}
