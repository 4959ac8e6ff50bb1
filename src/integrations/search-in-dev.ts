import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import sirv from 'sirv';

/** In development, serves the search index from the last build. Nothing else is from that build. */
export function searchInDev(): AstroIntegration {
  let outDir = new URL('file:///');
  let base = '/';
  return {
    name: 'search-in-dev',
    hooks: {
      'astro:config:done': ({ config }) => {
        outDir = config.outDir;
        base = config.base.replace(/\/$/, '');
      },
      'astro:server:setup': ({ server, logger }) => {
        const index = fileURLToPath(new URL('pagefind/', outDir));
        if (!existsSync(index)) {
          logger.warn(
            'There is no build yet, so search has no full text. Run "npm run build" once.',
          );
        }
        server.middlewares.use(`${base}/pagefind`, sirv(index, { dev: true }));
      },
    },
  };
}
