import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { ensureBrowser } from '../../scripts/find-browser.ts';
import { makePdfs } from '../../scripts/make-pdfs.ts';
import { pdfNames, pdfsNamed } from '../domain/export/print-pages.ts';

/**
 * Prints the PDFs from their pages, which needs a Chromium.
 *
 * @param name the PDF to print, `all`, or nothing
 * @param site the site as its readers will see it
 */
export function pdf(
  name: string,
  { origin, isPublic, home, madeAt }: {
    readonly origin: string;
    /** Whether the build knows its host. */
    readonly isPublic: boolean;
    readonly home: string;
    readonly madeAt: number;
  },
): AstroIntegration {
  const pdfs = name === '' ? [] : pdfsNamed(name);
  return {
    name: 'pdf',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (pdfs === undefined) throw new Error(`There is no PDF "${name}". Expected all, ${pdfNames()}.`);
        // Before anything is built, because without a browser nothing will be printed.
        if (command === 'build' && pdfs.length > 0) ensureBrowser();
      },
      'astro:build:done': async ({ dir }) => {
        if (pdfs === undefined || pdfs.length === 0) return;
        const dist = relative(process.cwd(), fileURLToPath(dir));
        const address = (path: string) => (isPublic ? origin + path : undefined);
        const files = await makePdfs(pdfs, { origin, address, madeAt, dist, home });
        for (const { path, content } of files) writeFileSync(join(dist, path), content);
      },
    },
  };
}
