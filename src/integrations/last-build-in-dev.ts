import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import sirv from 'sirv';

/** Files that only a finished build has: the search index, data files, images, and print pages. */
const builtFolders = ['pagefind', 'data', 'downloads', 'previews', 'print'];

/** Lets the development server answer for built files from the last build in `dist`. */
export function lastBuildInDev(): AstroIntegration {
  let root = new URL('file:///');
  let base = '/';
  return {
    name: 'last-build-in-dev',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = config.root;
        base = config.base.replace(/\/$/, '');
      },
      'astro:server:setup': ({ server, logger }) => {
        const dist = fileURLToPath(new URL('dist/', root));
        if (!existsSync(`${dist}pagefind`)) {
          logger.warn('There is no build yet, so search has no results. Run "npm run build" once.');
        }
        for (const folder of builtFolders) {
          const serve = sirv(dist + folder, { dev: true });
          server.middlewares.use(`${base}/${folder}`, serve);
        }
      },
    },
  };
}
