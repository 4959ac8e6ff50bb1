import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Starlight's page, which it lets nobody replace by its `components` option. */
const replaced = /@astrojs\/starlight\/dist\/components\/Page\.astro$/;

/**
 * Puts `src/layouts/Page.astro` in the place of Starlight's page. All of Starlight's routes end in
 * that component; what it imports (sheets, scripts, frame) is three quarters of a page's weight.
 */
export function pageFrame(): AstroIntegration {
  const own = fileURLToPath(new URL('../layouts/Page.astro', import.meta.url));
  return {
    name: 'page-frame',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'page-frame',
                enforce: 'pre',
                async resolveId(source, importer) {
                  if (!source.endsWith('/Page.astro') || importer === undefined) return null;
                  const found = await this.resolve(source, importer, { skipSelf: true });
                  return found !== null && replaced.test(found.id) ? own : null;
                },
              },
            ],
          },
        });
      },
    },
  };
}
