/** Serves the two builds that the tests use: the guide, and another guide below a base path. */
import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { serveSite } from './serve-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the guide, at the root. */
    rootSite: string;
    /** URL of another guide (`another-guide.ts`), under `/guide/`. */
    baseSite: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  for (const dist of ['dist', 'dist-guide']) {
    if (!existsSync(dist)) throw new Error(`There is no ${dist}: "npm test" builds it first.`);
  }
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
