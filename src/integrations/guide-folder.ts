import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The project's sources, with the guide that comes with it. */
const source = fileURLToPath(new URL('..', import.meta.url));
const given = process.env['GUIDE_DIR'];

/** Whether the guide is one that stands outside of `src`, named by `GUIDE_DIR`. */
export const isElsewhere = Boolean(given);

/**
 * The folder of the guide that is checked and built: `guide.ts` and `content`, and `look.css` if it
 * has colors of its own. `GUIDE_DIR` names it; without that it is `src`. Read here alone.
 */
export const guideFolder = given ? resolve(given) : source;

/** The file that says what guide the project comes with. */
export const ownSettings = join(source, 'guide.ts');

/** The file that says what guide is built. */
export const settings = join(guideFolder, 'guide.ts');

/** A path in the guide's folder, from the folder in which the command runs. */
export function inGuide(path: string): string {
  return relative(process.cwd(), join(guideFolder, path)).replaceAll('\\', '/');
}

/** The colors of the guide's levels as CSS; the guide that comes with the project has them in `tokens.css`. */
export function ownLook(): string {
  const file = join(guideFolder, 'look.css');
  return isElsewhere && existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Builds from the guide's folder: its `guide.ts` and `look.css` stand in for those of the project. */
export function guideInFolder(): AstroIntegration {
  return {
    name: 'guide-in-folder',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        if (!isElsewhere) return;
        const name = createHash('sha256').update(guideFolder).digest('hex').slice(0, 8);
        updateConfig({
          // Astro keeps what it read of the content: not of two guides in one place.
          cacheDir: new URL(`guide-${name}/`, config.cacheDir),
          vite: {
            plugins: [standIn],
            // Pages import what they are compiled to need, and no package lies above them.
            resolve: { dedupe: ['astro', '@astrojs/mdx'] },
            server: { fs: { allow: ['.', guideFolder] } },
          },
        });
      },
    },
  };
}

const standIn = {
  name: 'guide-in-folder',
  enforce: 'pre' as const,
  async resolveId(
    this: {
      resolve(id: string, from: string, how: object): Promise<{ readonly id: string } | null>;
    },
    id: string,
    from: string | undefined,
  ): Promise<string | null> {
    if (!id.endsWith('/guide.ts') || from === undefined) return null;
    const found = await this.resolve(id, from, { skipSelf: true });
    return found?.id === ownSettings ? settings : null;
  },
  transform: {
    filter: { id: /\/src\/styles\/tokens\.css/ },
    handler: (styles: string): string => styles + ownLook(),
  },
};
