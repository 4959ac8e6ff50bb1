import { allCards, previewPath } from '../previews/card.ts';
import { cardDrawer } from '../previews/draw-card.ts';
import { ankiPackage } from './anki-package.ts';
import { changesFeed } from './changes-feed.ts';
import { libraryJson, questionsJson } from './data-json.ts';
import { epub } from './epub.ts';
import type { Export } from './export.ts';
import { llmsTxt } from './llms-txt.ts';
import { printPages } from './print-pages.ts';
import { searchJson } from './search-json.ts';
import { tablesCsv } from './tables-csv.ts';
import { webManifest } from './web-manifest.ts';

/** An image for each question, level, learning path, and lab, and one for all other pages. */
const previews: Export = {
  downloads: [],
  async *make({ guide, labs, look }) {
    const draw = await cardDrawer(look);
    for (const card of allCards(guide, labs)) {
      yield { path: previewPath(card), content: await draw(card) };
    }
  },
};

/** Lets every crawler read everything, and names the sitemap (RFC 9309). */
const robotsTxt: Export = {
  downloads: [],
  make: ({ origin, paths }) => [
    {
      path: 'robots.txt',
      content: `User-agent: *\nAllow: /\n\nSitemap: ${origin}${paths.file('sitemap-index.xml')}\n`,
    },
  ],
};

/** All exports, in the order of the downloads page; a new one is a file here and a line below. */
export const exports: readonly Export[] = [
  ankiPackage,
  epub,
  printPages,
  tablesCsv,
  changesFeed,
  llmsTxt,
  questionsJson,
  libraryJson,
  searchJson,
  previews,
  robotsTxt,
  webManifest,
];
