/** Settings of `guide.ts` for scripts that are too small to load the whole file. */
interface ImportMetaEnv {
  readonly STORAGE: string;
  readonly SEARCH_EXAMPLES: string;
  readonly SEARCH_SUGGESTIONS: readonly string[];
  /** The value that was set for the build, or an empty string. */
  readonly SITE_URL: string;
  /** The date of the content, in seconds since 1970. */
  readonly CONTENT_DATE: number;
  /** True if the build prints the guide as PDF. */
  readonly PDF: boolean;
}

declare namespace App {
  interface Locals {
    /** The question that the page shows. Its band and its citations need it. */
    question?: import('./domain/guide/build-guide.ts').Question;
    /** The lab that the page shows. The page includes its styles. */
    lab?: import('./domain/guide/build-guide.ts').LabRecord;
    /** The band at the top of the page, if the page is a section. */
    band?: import('./components/band/section-bands.ts').SectionBand | undefined;
    /** The page's subject, if it has a preview image or structured data of its own. */
    subject?: import('./domain/guide/subject.ts').Subject;
  }
}
