/** The content, read from its files and checked: for the loader of Astro's collections and scripts. */
import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  type CheckedContent,
  type ContentFiles,
  checkContent,
} from './domain/content-checks/check-content.ts';
import type { SourceFile } from './domain/content-checks/read-page.ts';

interface Checked {
  readonly text: string;
  readonly content: CheckedContent;
}

/**
 * Integrations and content collections run in one process, but each has its own copy of this
 * module. The global object is what they share.
 */
const shared = globalThis as { [key: symbol]: Checked | undefined };
const key = Symbol.for('guide: checked content');

/** The checked content. Reads the files each time, and checks them only if one has changed. */
export function checkedContent(root: string): CheckedContent {
  const files = readContent(root);
  const text = JSON.stringify(files);
  if (shared[key]?.text !== text) shared[key] = { text, content: checkContent(files) };
  return shared[key].content;
}

/** Everything that writers touch. */
const content = 'src/content';

export const contentPaths = {
  questions: `${content}/questions`,
  docs: `${content}/docs`,
  sources: `${content}/sources`,
  glossary: `${content}/glossary`,
  paths: `${content}/paths`,
  labs: `${content}/labs`,
  ledger: `${content}/code-ledger.yaml`,
  figures: 'src/components/figures/drawn',
} as const;

/** Reads everything that writers touch. Throws if there is no content. */
export function readContent(root: string): ContentFiles {
  return {
    strays: findStrays(root),
    today: new Date().toISOString().slice(0, 10),
    questions: readFolder(root, contentPaths.questions),
    docs: readFolder(root, contentPaths.docs),
    sources: readFolder(root, contentPaths.sources),
    glossary: readFolder(root, contentPaths.glossary),
    paths: readFolder(root, contentPaths.paths),
    labs: readFolder(root, contentPaths.labs),
    ledger: readLedger(root),
    figures: readdirSync(join(root, contentPaths.figures)).map((file) => file.replace(/\.ts$/, '')),
  };
}

/** Entries that aren't plain files in a known folder: no check reads files elsewhere. */
function findStrays(root: string): string[] {
  const { questions, docs, sources, glossary, paths, labs, ledger } = contentPaths;
  const folders = [questions, docs, sources, glossary, paths, labs].map((folder) => `${folder}/`);
  return readdirSync(join(root, content), { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, file: relativePath(root, entry) }))
    .filter(({ entry, file }) => {
      if (entry.isDirectory()) return false;
      // Subfolders don't count: Astro's collections don't read them.
      const isKnown = file === ledger || folders.includes(file.slice(0, -entry.name.length));
      return !(entry.isFile() && (isKnown || entry.name.startsWith('.')));
    })
    .map(({ file }) => file);
}

function relativePath(root: string, { parentPath, name }: Dirent): string {
  return relative(root, join(parentPath, name)).replaceAll('\\', '/');
}

function readFolder(root: string, folder: string): SourceFile[] {
  // A small guide may have no paths or no terms, and git doesn't store empty folders.
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relativePath(root, entry))
    .sort()
    .map((file) => readFile(root, file));
}

/** The ledger; a guide without questions has none yet. */
function readLedger(root: string): SourceFile {
  const file = contentPaths.ledger;
  return existsSync(join(root, file)) ? readFile(root, file) : { file, text: '[]' };
}

function readFile(root: string, file: string): SourceFile {
  return { file, text: readFileSync(join(root, file), 'utf8') };
}
