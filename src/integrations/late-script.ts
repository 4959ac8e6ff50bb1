import type { AstroIntegration } from 'astro';

/** The script of every page under a name that doesn't change, so that pages can load it late. */
export function lateScript(): AstroIntegration {
  return {
    name: 'late-script',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'late-script',
                apply: 'build',
                applyToEnvironment: ({ name }: { name: string }) => name === 'client',
                buildStart() {
                  this.emitFile({ type: 'chunk', id: '/src/components/page/every-page.ts', fileName: 'frame.js' });
                },
              },
            ],
          },
        });
      },
    },
  };
}
