/** Serves the two builds that tests use: the guide, and another guide under a base path. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { serveSite } from './serve-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The URL of the guide, which is at the root. */
    rootSite: string;
    /** The URL of another guide (`another-guide.ts`), under `/guide/`. */
    baseSite: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  build('dist', 'npx', 'astro', 'build');
  build('dist-guide', process.execPath, 'tests/another-guide/build-another-guide.ts');
  const [root, below] = [
    await serveSite({ dist: 'dist', port: 4500 }),
    await serveSite({ dist: 'dist-guide', base: '/guide/', port: 4600 }),
  ];
  project.provide('rootSite', root.address);
  project.provide('baseSite', below.address);
  return async () => {
    await Promise.all([root.close(), below.close()]);
  };
}

/** Builds a site if it hasn't been built. `npm test` builds both sites every time. */
function build(dist: string, command: string, ...args: string[]): void {
  if (existsSync(dist)) return;
  console.log(`Building ${dist} …`);
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${dist} can’t be built: ${command} ${args.join(' ')} failed.`);
}
