/**
 * The process in which the built site is checked: it needs a gigabyte for the longest pages, which
 * would come on top of what outputs were made from. It answers with the problems.
 */
import { checkSite, type Place } from './check-site.ts';
import { answer } from './own-process.ts';

/** What the process is told. */
export interface SiteToCheck extends Place {
  /** Folder of the site, from the project's root. */
  readonly dist: string;
}

if (import.meta.main) await answer(({ dist, ...place }: SiteToCheck) => checkSite(dist, place));
