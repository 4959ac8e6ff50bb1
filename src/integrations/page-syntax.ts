import { isSatteriProcessor } from '@astrojs/markdown-satteri';
import type { AstroIntegration } from 'astro';
import { pageFeatures } from '../domain/content-checks/read-page.ts';

/**
 * Compiles pages with the same Markdown features that the checks use. This integration must come
 * after Starlight, which turns on directives. With directives, `:name` in a sentence would mean
 * something else on the page than in its exports.
 */
export function pageSyntax(): AstroIntegration {
  return {
    name: 'page-syntax',
    hooks: {
      'astro:config:setup': ({ config }) => {
        const { processor } = config.markdown;
        if (processor === undefined || !isSatteriProcessor(processor)) {
          throw new Error('The checks read pages with Sätteri, so the build must use it too.');
        }
        Object.assign(processor.options.features, pageFeatures);
      },
    },
  };
}
