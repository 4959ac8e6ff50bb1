import { type Companion, companions } from '../../guide.ts';
import type { Issue } from './issue.ts';

const named: readonly Companion[] = companions;

/**
 * Checks that the companion pages exist: those named in `guide.ts`, and the one about the guide.
 *
 * @param ids names of the files in `content/docs`, without extension
 */
export function checkCompanions(ids: ReadonlySet<string>): Issue[] {
  return ['about', ...named.map(({ id }) => id)]
    .filter((id) => !ids.has(id))
    .map((id) => ({
      kind: 'page-missing',
      file: 'guide.ts',
      line: 1,
      column: 1,
      what: `the companion page "${id}" is missing`,
      expected: `content/docs/${id}.md`,
      found: 'no such file',
      fix:
        id === 'about'
          ? 'write it: every page links to it'
          : 'write it, or remove it from `companions`',
    }));
}
