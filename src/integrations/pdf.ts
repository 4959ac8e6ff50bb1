import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { pdfDownload } from '../domain/export/print-pages.ts';

interface PublishedAt {
  readonly origin: string;
  /** The path under which the site is served, with a slash at each end. */
  readonly home: string;
  /** True if readers will open the PDF's links under this origin. */
  readonly isPublic: boolean;
}

/** Prints the whole guide as a PDF (`npm run pdf`). Needs Chromium. */
export function pdf({ origin, home, isPublic }: PublishedAt): AstroIntegration {
  return {
    name: 'pdf',
    hooks: {
      // Runs before anything is built, so that a missing browser is reported at once.
      'astro:build:start': async () => {
        const { ensureBrowser } = await import('../../scripts/find-browser.ts');
        ensureBrowser();
      },
      'astro:build:done': async ({ dir }) => {
        const dist = relative(process.cwd(), fileURLToPath(dir));
        const address = (path: string) => (isPublic ? origin + path : undefined);
        // Both scripts are imported on demand, so that other builds don't load Playwright.
        const { printPdf } = await import('../../scripts/print-pdf.ts');
        await printPdf(pdfDownload.path, { dist, origin, home, address });
      },
    },
  };
}
