/** Types for a package that has none. They cover only what we use. */
declare module '@adobe/structured-data-validator' {
  /** Data by format and type, as extractors return it. */
  interface ExtractedData {
    readonly jsonld: Record<string, readonly object[]>;
    readonly microdata: object;
    readonly rdfa: object;
  }

  export default class Validator {
    /** Returns the problems found by the rules for rich results. */
    validate(data: ExtractedData): Promise<{ issueMessage: string; fieldNames: string[] }[]>;
  }
}
