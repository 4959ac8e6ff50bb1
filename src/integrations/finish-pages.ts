import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withOneSheet } from './one-sheet.ts';

/** What a built page gets that Astro can't be told: one sheet. */
export function finishPages(): AstroIntegration {
  return {
    name: 'finish-pages',
    hooks: {
      'astro:build:done': async ({ assets }) => {
        const built = [...assets.values()].flat().map((page) => fileURLToPath(page));
        // One after the other: all at once, ten thousand pages would stand in memory.
        for (const file of built.filter((name) => name.endsWith('.html'))) {
          await writeFile(file, withOneSheet(await readFile(file, 'utf8')));
        }
      },
    },
  };
}
