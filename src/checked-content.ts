/** Reads and checks the content, for scripts, integrations, and the content loader. */
import { type Dirent, existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import {
  type CheckedContent,
  type ContentFiles,
  checkContent,
} from './domain/content-checks/check-content.ts';
import type { SourceFile } from './domain/content-checks/read-page.ts';
import { dayOfMoment } from './domain/review/days.ts';
import { plainError } from './lib/plain-error.ts';

interface Checked {
  readonly version: string;
  readonly content: CheckedContent;
}

/**
 * Integrations and content collections run in one process, but each has its own copy of this
 * module. Astro has no documented way to hand an object from one to the other, so they share the
 * content through the global object.
 */
const shared = globalThis as { [key: symbol]: Checked | undefined };
const key = Symbol.for('guide: checked content');

/**
 * Returns the checked content. Files are read and checked again only if one of them or the date has
 * changed.
 * @throws Error if a file can't be read
 */
export function checkedContent(root: string): CheckedContent {
  const version = versionOf(root);
  if (shared[key]?.version !== version) {
    shared[key] = { version, content: checkContent(readContent(root)) };
  }
  return shared[key].content;
}

/**
 * Returns a string that changes whenever the name, modification time, or size of a file does. It
 * also changes every day, because some checks depend on the date.
 */
function versionOf(root: string): string {
  const files = readdirSync(join(root, content), { recursive: true, encoding: 'utf8' });
  const states = files.map((file) => {
    const { mtimeMs, size } = lstatSync(join(root, content, file));
    return `${file} ${mtimeMs} ${size}`;
  });
  return [root, dayOfMoment(Date.now()), ...figuresIn(root), ...states].join('\n');
}

const content = 'src/content';

export const contentPaths = {
  questions: `${content}/questions`,
  docs: `${content}/docs`,
  sources: `${content}/sources`,
  glossary: `${content}/glossary`,
  learningPaths: `${content}/paths`,
  labs: `${content}/labs`,
  ledger: `${content}/code-ledger.yaml`,
  figures: 'src/components/figures/drawn',
} as const;

/** @throws Error if there is no content */
export function readContent(root: string): ContentFiles {
  return {
    strays: findStrays(root),
    today: dayOfMoment(Date.now()),
    questions: readFolder(root, contentPaths.questions),
    docs: readFolder(root, contentPaths.docs),
    sources: readFolder(root, contentPaths.sources),
    glossary: readFolder(root, contentPaths.glossary),
    learningPaths: readFolder(root, contentPaths.learningPaths),
    labs: readFolder(root, contentPaths.labs),
    ledger: readLedger(root),
    figures: figuresIn(root),
  };
}

function figuresIn(root: string): string[] {
  return readdirSync(join(root, contentPaths.figures)).map((file) => file.replace(/\.ts$/, ''));
}

/**
 * Finds files that aren't regular files in a known folder, except hidden ones. Such strays have to
 * be reported, because no check reads them.
 */
function findStrays(root: string): string[] {
  const { questions, docs, sources, glossary, learningPaths, labs, ledger } = contentPaths;
  const folders = [questions, docs, sources, glossary, learningPaths, labs].map(
    (folder) => `${folder}/`,
  );
  return readdirSync(join(root, content), { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, file: relativePath(root, entry) }))
    .filter(({ entry, file }) => {
      if (entry.isDirectory()) return false;
      // Subfolders of these don't count, because `readFolder` doesn't read them.
      const isKnown = file === ledger || folders.includes(file.slice(0, -entry.name.length));
      return !(entry.isFile() && (isKnown || entry.name.startsWith('.')));
    })
    .map(({ file }) => file);
}

function relativePath(root: string, { parentPath, name }: Dirent): string {
  return relative(root, join(parentPath, name)).replaceAll(sep, '/');
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

/** A guide without questions has no ledger yet. */
function readLedger(root: string): SourceFile {
  const file = contentPaths.ledger;
  return existsSync(join(root, file)) ? readFile(root, file) : { file, text: '[]' };
}

function readFile(root: string, file: string): SourceFile {
  try {
    return { file, text: readFileSync(join(root, file), 'utf8') };
  } catch (error) {
    // If the path is a folder, the error from Node.js doesn't include its name.
    throw plainError(`${file} can’t be read: ${error instanceof Error ? error.message : error}`);
  }
}
