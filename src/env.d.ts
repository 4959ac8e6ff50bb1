/**
 * Build-time constants. Those from `guide-settings.ts` are for scripts that are too small to load
 * the whole file.
 */
interface ImportMetaEnv {
  readonly STORAGE: string;
  readonly SEARCH_EXAMPLES: string;
  readonly SEARCH_SUGGESTIONS: readonly string[];
  /** The `SITE_URL` environment variable at build time, or an empty string. */
  readonly SITE_URL: string;
  /** The date of the content, in seconds since 1970. */
  readonly CONTENT_DATE: number;
  /** True if this build also prints the guide as a PDF. */
  readonly PDF: boolean;
}

declare namespace App {
  interface Locals {
    question?: import('./domain/guide/build-guide.ts').Question;
    /** The lab on the page. Its styles are added to the page's head. */
    lab?: import('./domain/guide/build-guide.ts').LabRecord;
    band?: import('./components/band/section-bands.ts').SectionBand | undefined;
    /** The page's subject, if the page has its own preview image or structured data. */
    subject?: import('./domain/guide/subject.ts').Subject;
  }
}
