import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentFiles } from '../src/domain/content-checks/check-content.ts';
import type { SourceFile } from '../src/domain/content-checks/read-page.ts';

/** Where the content stands, from the project's root. */
export const contentPaths = {
  questions: 'src/content/questions',
  docs: 'src/content/docs',
  sources: 'src/content/sources',
  glossary: 'src/content/glossary',
  paths: 'src/content/sets',
  ledger: 'src/content/code-ledger.yaml',
  figures: 'src/components/figures/drawn',
} as const;

/** Everything that writers touch. */
const content = 'src/content';

/** Reads everything that writers touch. Throws if the folders or the ledger are not there. */
export function readContent(root: string): ContentFiles {
  return {
    strays: findStrays(root),
    questions: readFolder(root, contentPaths.questions),
    docs: readFolder(root, contentPaths.docs),
    sources: readFolder(root, contentPaths.sources),
    glossary: readFolder(root, contentPaths.glossary),
    paths: readFolder(root, contentPaths.paths),
    ledger: readFile(root, contentPaths.ledger),
    figures: readdirSync(join(root, contentPaths.figures)).map((file) => file.replace(/\.ts$/, '')),
  };
}

/**
 * What stands below the content and is no plain file in one of its folders: a link would have the
 * build read what it leads to, and nothing checks a file elsewhere.
 */
function findStrays(root: string): string[] {
  const { questions, docs, sources, glossary, paths, ledger } = contentPaths;
  const folders = [questions, docs, sources, glossary, paths].map((folder) => `${folder}/`);
  return readdirSync(join(root, content), { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, file: relativePath(root, entry) }))
    .filter(({ entry, file }) => {
      if (entry.isDirectory()) return false;
      const isKnown = file === ledger || folders.some((folder) => file.startsWith(folder));
      return !(entry.isFile() && (isKnown || entry.name.startsWith('.')));
    })
    .map(({ file }) => file);
}

function relativePath(root: string, { parentPath, name }: Dirent): string {
  return join(parentPath, name).slice(join(root, '/').length).replaceAll('\\', '/');
}

function readFolder(root: string, folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relativePath(root, entry))
    .sort()
    .map((file) => readFile(root, file));
}

function readFile(root: string, file: string): SourceFile {
  return { file, text: readFileSync(join(root, file), 'utf8') };
}
