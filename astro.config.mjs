import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { normalizeBase } from './src/domain/links/paths.ts';
import { guide } from './src/guide.ts';
import { lastBuildInDev } from './src/integrations/last-build-in-dev.ts';

// Where the site will live; see "Hosting" in the README.
const site = process.env.SITE_URL || 'http://localhost:4321';
const base = normalizeBase(process.env.BASE_PATH || '/');

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  // A reader opens one page at a time; nothing is fetched before it is wanted.
  prefetch: false,
  build: { format: 'directory' },
  vite: {
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [
                  // What scripts of every page share is one file.
                  { name: 'page', test: /preload-helper|kept-texts/, priority: 2 },
                  // So is search, also what practice uses of it: its first results need two requests.
                  {
                    name: 'search-app',
                    test: /search\/search-app\.ts$|rolldown.runtime/,
                    priority: 1,
                  },
                ],
              },
            },
          },
        },
      },
    },
    build: {
      // Its helper would be one more script on every page; what is loaded on demand here is one file.
      modulePreload: false,
      rolldownOptions: {
        // Astro marks compiled MDX with a directive of its own; the bundler warns of each one.
        onLog: (level, log, report) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
      },
    },
  },
  integrations: [
    lastBuildInDev(),
    starlight({
      title: guide.shortTitle,
      description: guide.description,
      // By place on the page; where two rules meet, the later sheet decides.
      customCss: [
        './src/styles/tokens.css',
        './src/styles/question.css',
        './src/styles/header.css',
        './src/styles/parts.css',
        './src/styles/evidence.css',
        './src/styles/lists.css',
        './src/styles/sidebar.css',
        './src/styles/search.css',
        './src/styles/home.css',
        './src/styles/footer-and-print.css',
      ],
      components: {
        Footer: './src/components/overrides/Footer.astro',
        PageTitle: './src/components/overrides/PageTitle.astro',
        Search: './src/components/overrides/Search.astro',
        Sidebar: './src/components/overrides/Sidebar.astro',
      },
      routeMiddleware: './src/route-data.ts',
      // The parts of a question carry their own links; a contents list would repeat them.
      tableOfContents: false,
      // The build indexes the finished pages itself, see scripts/index-search.ts.
      pagefind: false,
      expressiveCode: false,
      disable404Route: true,
      credits: false,
      // The sidebar is made for each page by the route middleware.
      sidebar: [],
    }),
  ],
});
