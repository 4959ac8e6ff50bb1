import type { Guide, Question } from '../guide/build-guide.ts';
import type { LabSummary } from '../guide/subject.ts';
import type { Paths } from '../links/paths.ts';
import type { CardLook } from '../previews/draw-card.ts';
import type { PartHtml, PartRule } from './part-html.ts';
import type { PartMarkdown } from './part-markdown.ts';
import type { PartTexts } from './read-parts.ts';

export interface ExportSource {
  readonly guide: Guide;
  readonly paths: Paths;
  /** Origin of the site: `https://example.org`; for names, not for links. */
  readonly origin: string;
  /** The public URL of a path of the site; undefined if the build doesn't know it (`SITE_URL`). */
  readonly address: (path: string) => string | undefined;
  /** Date of the content, in seconds since 1970; the same for the same content. */
  readonly madeAt: number;
  readonly labs: readonly LabSummary[];
  readonly look: CardLook;
  readonly printFonts: ReadonlyMap<string, Uint8Array>;
  /** The prose of a question without its citations. */
  readonly partsOf: (question: Question) => PartTexts;
  /** The same with its citations as `[1]`: numbers of the question's sources. */
  readonly citedPartsOf: (question: Question) => PartTexts;
  /** The same as Markdown, its citations as `[1]`. */
  readonly markdownOf: (question: Question) => PartMarkdown;
  /** The same as XHTML. */
  readonly htmlOf: (question: Question, rule: PartRule) => PartHtml;
}

/** Date of the content, `YYYY-MM-DD`. */
export function dayOf({ madeAt }: Pick<ExportSource, 'madeAt'>): string {
  return new Date(madeAt * 1000).toISOString().slice(0, 10);
}

/** A link's target outside the site; undefined for an anchor, or a page without a public URL. */
export function publicHref(
  href: string,
  { slug }: Question,
  { paths, address }: Pick<ExportSource, 'paths' | 'address'>,
): string | undefined {
  if (href.startsWith('#')) return undefined;
  const url = new URL(href, here + paths.question(slug));
  return url.origin === here ? address(url.pathname + url.hash) : href;
}

/** Placeholder host while a URL is resolved. */
export const here = 'https://site.invalid';

export interface ExportedFile {
  /** Within the site, without its base path. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Downloads by purpose, in the order of the page. */
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
  /** Pages to print: the one that the file is printed from, then its parts. */
  readonly printPages?: readonly PrintPageLink[];
}

export interface PrintPageLink {
  readonly path: string;
  /** Name of its content: “the whole guide”. */
  readonly name: string;
}

export type MadeFiles = Iterable<ExportedFile> | AsyncIterable<ExportedFile>;

export interface Export {
  /** Files on the downloads page, without those that only pages load. */
  readonly downloads: readonly Download[];
  /** Generates files from the guide. Pure: the same guide gives the same bytes. */
  readonly make: (source: ExportSource) => MadeFiles;
}
