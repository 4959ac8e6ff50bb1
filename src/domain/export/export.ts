import type { Guide, Question } from '../guide/build-guide.ts';
import type { LabSummary } from '../guide/subject.ts';
import type { Paths } from '../links/paths.ts';
import type { CardLook } from '../previews/card.ts';
import { dayOfMoment } from '../review/days.ts';
import type { PartHtml, PartRule } from './part-html.ts';
import type { PartMarkdown } from './part-markdown.ts';
import type { PartTexts } from './read-parts.ts';

export interface ExportSource {
  readonly guide: Guide;
  readonly paths: Paths;
  /**
   * Origin of the site, such as `https://example.org`. It may be a placeholder, so use it for
   * identifiers but not for links.
   */
  readonly origin: string;
  /** Returns the public URL of a path, or undefined if `SITE_URL` isn't set. */
  readonly address: (path: string) => string | undefined;
  /** Date of the content, in seconds since 1970. The same content always has the same date. */
  readonly madeAt: number;
  readonly labs: readonly LabSummary[];
  readonly look: CardLook;
  /**
   * Returns a question's prose as plain text. Citations are written as `[1]`, with the numbers of
   * the question's sources.
   */
  readonly textsOf: (question: Question) => PartTexts;
  readonly markdownOf: (question: Question) => PartMarkdown;
  readonly htmlOf: (question: Question, rule: PartRule) => PartHtml;
}

/** Returns the date of the content as `YYYY-MM-DD`. */
export function dayOf({ madeAt }: Pick<ExportSource, 'madeAt'>): string {
  return dayOfMoment(madeAt * 1000);
}

/**
 * Turns a link on a page into one that works outside the site. Returns undefined for a link to a
 * part of the same page, and for a link within the site if the build doesn't know its public URL.
 */
export function publicHref(
  href: string,
  { slug }: Question,
  { paths, address }: Pick<ExportSource, 'paths' | 'address'>,
): string | undefined {
  if (href.startsWith('#')) return undefined;
  const url = new URL(href, here + paths.question(slug));
  return url.origin === here ? address(url.pathname + url.hash) : href;
}

/** Placeholder origin for resolving relative URLs. */
export const here = 'https://site.invalid';

export interface ExportedFile {
  /** Path within the site, without the base path. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

export const downloadGroups = {
  read: 'Read',
  study: 'Study',
  programs: 'For spreadsheets and programs',
};

export interface Download {
  readonly path: string;
  readonly title: string;
  readonly group: keyof typeof downloadGroups;
  readonly purpose: string;
  readonly use: string;
  /** Pages for printing: first the one that this file is printed from, and then parts of it. */
  readonly printPages?: readonly { readonly path: string; readonly name: string }[];
}

export interface Export {
  /** Files that aren't for readers to download are left out. */
  readonly downloads: readonly Download[];
  /** Generates files from the guide. The same guide always gives the same bytes. */
  readonly make: (source: ExportSource) => Iterable<ExportedFile> | AsyncIterable<ExportedFile>;
}
