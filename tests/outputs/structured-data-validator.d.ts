/** Types for a package without types. They cover only what we use. */
declare module '@adobe/structured-data-validator' {
  /** Data by format and type, as extractors return it. */
  interface ExtractedData {
    readonly jsonld: Record<string, readonly object[]>;
    readonly microdata: object;
    readonly rdfa: object;
  }

  export default class Validator {
    /** Returns the problems that the rules for rich results find. */
    validate(data: ExtractedData): Promise<{ issueMessage: string; fieldNames: string[] }[]>;
  }
}
