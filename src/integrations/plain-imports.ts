import type { AstroIntegration } from 'astro';

/** Where Vite will list what to preload; it puts the list in after this plugin has run. */
const list = '__VITE_PRELOAD__';
const imported = '(import\\(`[^`]+`\\)(?:\\.then\\([^()]+\\))?)';

/** The two forms in which a minified chunk calls Vite's helper around an `import()`. */
const wrapped = [
  new RegExp(
    `[\\w$]+\\(async\\(\\)=>\\{let\\{[^}]*\\}=await ${imported};return\\{[^}]*\\}\\},${list}\\)`,
    'g',
  ),
  new RegExp(`[\\w$]+\\(\\(\\)=>${imported},${list}\\)`, 'g'),
];

/**
 * Leaves `import()` as it is. Vite wraps each in a helper that preloads what the module imports;
 * here that is little, and helper and lists would weigh more on every page than they save. A call
 * of another form than these keeps working through a helper that only calls.
 */
export function plainImports(): AstroIntegration {
  return {
    name: 'plain-imports',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}

const plugin = {
  name: 'plain-imports',
  enforce: 'pre' as const,
  load: (id: string) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null,
  generateBundle: {
    order: 'pre' as const,
    handler(_: unknown, bundle: Record<string, { type: string; code?: string }>): void {
      for (const chunk of Object.values(bundle)) {
        if (chunk.code?.includes(list)) {
          chunk.code = wrapped.reduce((code, call) => code.replace(call, '$1'), chunk.code);
        }
      }
    },
  },
};
