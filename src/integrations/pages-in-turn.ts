import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { compilePagesWith } from './page-modules.ts';

/** What the bundled pages import to find the compiled ones, and what stands in its place. */
const list = 'astro:content-module-imports';
const ownList = '\0pages-in-turn';
const modules = new URL('./page-modules.ts', import.meta.url).href;

/** The same for all that Astro read of the content, and the file in which it keeps that. */
const store = 'astro:data-layer-content';
const ownStore = '\0content-from-file';
const storeFile = 'data-store.json';

/**
 * Has the build compile each question when it renders it, see `page-modules.ts`, and read the
 * content when the pages are run: put into their code, as Astro does, it stands in memory six times.
 */
export function pagesInTurn(): AstroIntegration {
  let kept = new URL('file:///');
  return {
    name: 'pages-in-turn',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [standIns(() => new URL(storeFile, kept).href)] } });
      },
      'astro:config:done': async ({ config }) => {
        kept = config.cacheDir;
        const { process } = await rendererOf(config);
        compilePagesWith((text, path) => process(text, path, {}), fileURLToPath(config.root));
      },
    },
  };
}

function standIns(storeAddress: () => string) {
  const code: Readonly<Record<string, () => string>> = {
    [ownList]: () => `export { pageModules as default } from ${JSON.stringify(modules)};`,
    [ownStore]: () => `import { readFileSync } from 'node:fs';
export default JSON.parse(readFileSync(new URL(${JSON.stringify(storeAddress())}), 'utf8'));`,
  };
  return {
    name: 'pages-in-turn',
    enforce: 'pre' as const,
    applyToEnvironment: ({ name }: { readonly name: string }) => name === 'prerender',
    resolveId: {
      order: 'pre' as const,
      handler: (id: string) => {
        if (id === list) return ownList;
        if (id === store) return ownStore;
        // Not bundled: it is the very module that was told how to compile.
        return id === modules ? { id, external: 'absolute' as const } : null;
      },
    },
    load: (id: string) => code[id]?.() ?? null,
  };
}

/** The compiler with the options that Astro's integration for MDX gives it. */
async function rendererOf({ markdown, srcDir }: AstroConfig) {
  const { processor } = markdown;
  if (!processor?.createMdxRenderer) throw new Error('The Markdown processor compiles no MDX.');
  type Options = Parameters<typeof processor.createMdxRenderer>[0];
  // Astro's two types differ in whether what is left out may also be undefined.
  return processor.createMdxRenderer(markdown as Options, { optimize: false, srcDir });
}
