import { ankiPackage } from './anki-package.ts';
import { changesFeed } from './changes-feed.ts';
import { libraryJson, questionsJson } from './data-json.ts';
import { epub } from './epub.ts';
import type { Export } from './export.ts';
import { llmsTxt } from './llms-txt.ts';
import { printPages } from './print-pages.ts';
import { tablesCsv } from './tables-csv.ts';

/**
 * The exports on the downloads page, in order. Each of their files also needs a route in
 * `src/pages`.
 */
export const exports: readonly Export[] = [
  ankiPackage,
  epub,
  printPages,
  tablesCsv,
  changesFeed,
  llmsTxt,
  questionsJson,
  libraryJson,
];
