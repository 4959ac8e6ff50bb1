import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { normalizeBase, pathsBelow } from './src/domain/links/paths.ts';
import { editBase } from './src/domain/links/repository-links.ts';
import { mainPagePath, mainPages } from './src/domain/search/site-pages.ts';
import { companions, guide, searchExamples, storage } from './src/guide.ts';
import { finish } from './src/integrations/finish.ts';
import { guardedPages } from './src/integrations/guarded-pages.ts';
import { lastBuildInDev } from './src/integrations/last-build-in-dev.ts';

// Where the site will live; see docs/hosting.md.
const site = process.env.SITE_URL || 'http://localhost:4321';
const base = normalizeBase(process.env.BASE_PATH || '/');

const { first, last } = finish();

/** A link in the sidebar to a main page. Starlight adds the base path. */
const page = (id, options) => ({
  label: mainPages[id].name,
  link: mainPagePath(id, pathsBelow('/')),
  ...options,
});
/** The first link of a group, below a line. */
const ruled = { attrs: { class: 'sidebar-rule' } };

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
    ...first,
    // First: each page is checked before it is compiled.
    guardedPages(),
    lastBuildInDev(),
    starlight({
      title: guide.shortTitle,
      description: guide.description,
      // Each question is one file of a repository: its edit link is on the question's page too.
      editLink: { baseUrl: editBase(guide.repository) },
      customCss: ['./src/styles/theme.css'],
      components: {
        Header: './src/starlight/Header.astro',
        Hero: './src/starlight/Hero.astro',
        PageTitle: './src/starlight/PageTitle.astro',
        ContentPanel: './src/starlight/ContentPanel.astro',
        Footer: './src/starlight/Footer.astro',
        MobileMenuFooter: './src/starlight/MobileMenuFooter.astro',
        Banner: './src/starlight/Nothing.astro',
        DraftContentNotice: './src/starlight/Nothing.astro',
        FallbackContentNotice: './src/starlight/Nothing.astro',
      },
      // Puts the levels with their questions above this sidebar, and links each question to the
      // ones before and after it.
      routeMiddleware: './src/route-data.ts',
      sidebar: [
        page('practice', ruled),
        page('mock'),
        page('set'),
        page('progress'),
        page('saved'),
        page('labs', ruled),
        page('topics'),
        page('paths'),
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
    ...last,
  ],
});
