import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { PagesToBuild } from './pages-process.ts';

const program = fileURLToPath(new URL('pages-process.ts', import.meta.url));

/**
 * Builds the pages with Astro, in a process of its own: what Astro, the bundler and the pages hold
 * is given back before outputs are made; in one process both would stand in memory. Gives the names
 * of the packages of which code is in scripts of the pages, or undefined if the build failed, which
 * the process then has told.
 */
export async function buildPages(task: PagesToBuild): Promise<string[] | undefined> {
  const child = fork(program);
  let packages: string[] | undefined;
  child.on('message', (names: string[]) => {
    packages = names;
  });
  child.send(task);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0 ? packages : undefined;
}
