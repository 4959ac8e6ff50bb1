import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { pdfDownload } from '../domain/export/print-pages.ts';

interface Place {
  readonly origin: string;
  /** Path under which the site is served, with a slash at each end. */
  readonly home: string;
  /** Whether readers will open it under this origin. */
  readonly isPublic: boolean;
}

/** Prints the whole guide as PDF from its print page (`npm run pdf`), which needs a Chromium. */
export function pdf({ origin, home, isPublic }: Place): AstroIntegration {
  return {
    name: 'pdf',
    hooks: {
      // Before anything is built: it says what to install if there is no browser.
      'astro:build:start': async () => {
        const { ensureBrowser } = await import('../../scripts/find-browser.ts');
        ensureBrowser();
      },
      'astro:build:done': async ({ dir }) => {
        const dist = relative(process.cwd(), fileURLToPath(dir));
        const address = (path: string) => (isPublic ? origin + path : undefined);
        // On demand, like above: other builds don't load Playwright.
        const { printPdf } = await import('../../scripts/print-pdf.ts');
        await printPdf(pdfDownload.path, { dist, origin, home, address });
      },
    },
  };
}
