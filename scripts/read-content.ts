import { readdirSync, readFileSync } from 'node:fs';
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

/** Reads everything that writers touch. Throws if the folders or the ledger are not there. */
export function readContent(root: string): ContentFiles {
  return {
    questions: readFolder(root, contentPaths.questions),
    docs: readFolder(root, contentPaths.docs),
    sources: readFolder(root, contentPaths.sources),
    glossary: readFolder(root, contentPaths.glossary),
    paths: readFolder(root, contentPaths.paths),
    ledger: readFile(root, contentPaths.ledger),
    figures: readdirSync(join(root, contentPaths.figures)).map((file) => file.replace(/\.ts$/, '')),
  };
}

function readFolder(root: string, folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length))
    .sort()
    .map((file) => readFile(root, file.replaceAll('\\', '/')));
}

function readFile(root: string, file: string): SourceFile {
  return { file, text: readFileSync(join(root, file), 'utf8') };
}
