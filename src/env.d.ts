/** Settings of `guide.ts` for scripts that are too small to load the whole file. */
interface ImportMetaEnv {
  readonly STORAGE: string;
  readonly SEARCH_EXAMPLES: string;
  readonly SEARCH_SUGGESTIONS: readonly string[];
  /** As set for the build; empty if it isn't. */
  readonly SITE_URL: string;
  /** Date of the content, in seconds since 1970. */
  readonly CONTENT_DATE: number;
  /** Whether the build prints the guide as PDF. */
  readonly PDF: boolean;
}

declare namespace App {
  interface Locals {
    /** The question that the page shows, on question pages. */
    question?: import('./domain/guide/build-guide.ts').Question;
    /** The headings in the text of a question page. */
    headings?: readonly string[];
    /** The lab that the page shows: its styles come with it. */
    lab?: import('./domain/guide/build-guide.ts').LabRecord;
    /** The head of the page, if it is a section. */
    band?: import('./components/band/section-bands.ts').SectionBand | undefined;
    /** Subject of the page, if it has its own preview image or structured data. */
    subject?: import('./domain/guide/subject.ts').Subject;
  }
}
