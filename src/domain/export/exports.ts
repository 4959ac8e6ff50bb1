import { ankiPackage } from './anki-package.ts';
import { ankiText } from './anki-text.ts';
import { changesFeed } from './changes-feed.ts';
import { epub } from './epub.ts';
import type { Export } from './export.ts';
import { libraryJson } from './library-json.ts';
import { llmsTxt } from './llms-txt.ts';
import { previews } from './previews.ts';
import { printPages } from './print-pages.ts';
import { questionsJson } from './questions-json.ts';
import { robotsTxt } from './robots-txt.ts';
import { searchJson } from './search-json.ts';
import { studyJson } from './study-json.ts';
import { tablesCsv } from './tables-csv.ts';
import { webManifest } from './web-manifest.ts';

/**
 * All exports, in the order of the downloads page; a new one needs a file next to this one and a
 * line here.
 */
export const exports: readonly Export[] = [
  ankiPackage,
  ankiText,
  epub,
  printPages,
  tablesCsv,
  changesFeed,
  llmsTxt,
  questionsJson,
  libraryJson,
  searchJson,
  studyJson,
  previews,
  robotsTxt,
  webManifest,
];
