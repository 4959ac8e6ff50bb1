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
  /** Origin of the site, such as `https://example.org`. It is used for names, not for links. */
  readonly origin: string;
  /**
   * Returns the public URL of a path of the site, or undefined if the build doesn't know it
   * (`SITE_URL`).
   */
  readonly address: (path: string) => string | undefined;
  /** Date of the content, in seconds since 1970. The same content always has the same date. */
  readonly madeAt: number;
  readonly labs: readonly LabSummary[];
  readonly look: CardLook;
  /** The prose of a question with its citations as `[1]`, numbered like the question's sources. */
  readonly textsOf: (question: Question) => PartTexts;
  /** The prose of a question as Markdown, with its citations as `[1]`. */
  readonly markdownOf: (question: Question) => PartMarkdown;
  /** The prose of a question as XHTML. */
  readonly htmlOf: (question: Question, rule: PartRule) => PartHtml;
}

/** Date of the content, `YYYY-MM-DD`. */
export function dayOf({ madeAt }: Pick<ExportSource, 'madeAt'>): string {
  return dayOfMoment(madeAt * 1000);
}

/**
 * Returns a link's target outside the site. Returns undefined for an anchor, or for a page without
 * a public URL.
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

/** Placeholder host for resolving a URL. */
export const here = 'https://site.invalid';

export interface ExportedFile {
  /** The path within the site, without the base path. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Downloads by purpose, in the order in which the page lists them. */
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
  /** Pages to print: first the page that the file is printed from, then its parts. */
  readonly printPages?: readonly { readonly path: string; readonly name: string }[];
}

export interface Export {
  /** Files on the downloads page. Files that only pages load are left out. */
  readonly downloads: readonly Download[];
  /** Generates files from the guide. It is pure: the same guide gives the same bytes. */
  readonly make: (source: ExportSource) => Iterable<ExportedFile> | AsyncIterable<ExportedFile>;
}
