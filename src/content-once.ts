/**
 * The checked content, parsed once per build and shared by validation, Astro's collections, and the
 * last steps. They run in one process but in different module graphs (Node's for `astro.config`,
 * Vite's for `content.config`), so the result is kept on the global object.
 */
import { type CheckedContent, type ContentFiles, checkContent } from './domain/content-checks/check-content.ts';
import { readContent } from '../scripts/read-content.ts';

interface Kept {
  readonly text: string;
  readonly checked: CheckedContent;
}

const key = Symbol.for('guide: checked content');
const shared = globalThis as unknown as Record<symbol, Kept | undefined>;

/** Reads the files, and checks them again only if one has changed. */
export function contentOnce(root: string): CheckedContent {
  const files: ContentFiles = readContent(root);
  const text = JSON.stringify(files);
  const kept = shared[key];
  if (kept?.text === text) return kept.checked;
  const checked = checkContent(files);
  shared[key] = { text, checked };
  return checked;
}
