/** What is used of a package that brings no types. */
declare module '@adobe/structured-data-validator' {
  /** Data by format and type, as extractors give it. */
  interface ExtractedData {
    readonly jsonld: Record<string, readonly object[]>;
    readonly microdata: object;
    readonly rdfa: object;
  }

  export default class Validator {
    /** Gives what is wrong by the rules for rich results. */
    validate(data: ExtractedData): Promise<{ issueMessage: string; fieldNames: string[] }[]>;
  }
}
