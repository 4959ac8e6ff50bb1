import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { normalizeBase } from './src/domain/links/paths.ts';
import { guide, searchExamples, storage } from './src/guide.ts';
import { guardedPages } from './src/integrations/guarded-pages.ts';
import { lastBuildInDev } from './src/integrations/last-build-in-dev.ts';
import { pageFrame } from './src/integrations/page-frame.ts';

// Where the site will live; see docs/hosting.md.
const site = process.env.SITE_URL || 'http://localhost:4321';
const base = normalizeBase(process.env.BASE_PATH || '/');

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
      'import.meta.env.SITE_URL': JSON.stringify(process.env.SITE_URL ?? ''),
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
                    test: /(base\/adopt-styles|components\/button|keys\/shortcuts-enabled)\.ts$|browser\/(clock|copy-text|local-storage|outdated-page)\.ts$|review\/days\.ts$|preload-helper|rolldown.runtime/,
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
  integrations: [
    // First: each page is checked before it is compiled.
    guardedPages(),
    lastBuildInDev(),
    pageFrame(),
    starlight({
      title: guide.shortTitle,
      description: guide.description,
      routeMiddleware: './src/route-data.ts',
      // The parts of a question carry their own links; a contents list would repeat them.
      tableOfContents: false,
      // The build indexes the finished pages itself, see scripts/index-search.ts.
      pagefind: false,
      expressiveCode: false,
      // Starlight's stylesheet draws these icons, and no page loads it.
      markdown: { headingLinks: false },
      disable404Route: true,
      credits: false,
      // src/layouts/Sidebar.astro has the sidebar.
      sidebar: [],
    }),
  ],
});
