import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isSatteriProcessor } from '@astrojs/markdown-satteri';
import type { AstroConfig, AstroIntegration } from 'astro';
import { guardBody } from '../domain/content-checks/assert-safe-content.ts';
import type { FrontMatter } from '../domain/content-checks/read-front-matter.ts';
import { pageFeatures, readPage } from '../domain/content-checks/read-page.ts';

/**
 * Keeps pages that could run code out of the build, even if no one ran `npm run validate`. MDX is
 * compiled into code, so each page is checked right before that. It is compiled without its front
 * matter, which the guide reads with its own reader (`src/validating-loader.ts`), because Astro
 * would import a `layout` from it. The compiler gets exactly the parser features that the checks
 * use.
 */
export function guardedPages(): AstroIntegration {
  return {
    name: 'guarded-pages',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        updateConfig({ vite: { plugins: [guard(fileURLToPath(config.root))] } });
      },
      // After Starlight, which turns directives on.
      'astro:config:done': ({ config }) => void Object.assign(featuresOf(config), pageFeatures),
    },
  };
}

function guard(root: string) {
  return {
    name: 'guarded-pages',
    // A build has checked every page before Astro starts; in development a page may change after that.
    apply: 'serve' as const,
    enforce: 'pre' as const,
    transform: {
      order: 'pre' as const,
      filter: { id: /\.mdx$/ },
      handler(text: string, id: string): string {
        const file = relative(root, id).replaceAll('\\', '/');
        const page = readPage({ file, text });
        guardBody(page);
        return withoutFrontMatter(page.frontMatter);
      },
    },
  };
}

/** The page with empty lines in place of its front matter, so that no other reader finds it. */
function withoutFrontMatter({ body, lines }: FrontMatter): string {
  return `---\n${'\n'.repeat(Math.max(0, lines - 2))}---\n${body.slice(lines)}`;
}

/** Parser options from the configuration; Starlight and Astro use the same object. */
function featuresOf({ markdown: { processor } }: AstroConfig): object {
  if (processor !== undefined && isSatteriProcessor(processor)) return processor.options.features;
  throw new Error(
    'Content checks read pages with Sätteri, so the build must read them with it too.',
  );
}
