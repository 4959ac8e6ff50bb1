import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Starlight's page, which its `components` option can't replace. */
const replaced = /@astrojs\/starlight\/dist\/components\/Page\.astro$/;

/**
 * Replaces Starlight's page with `src/layouts/Page.astro`. All Starlight routes render that
 * component, and its imports (styles, scripts, frame) are three quarters of a page's weight.
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
