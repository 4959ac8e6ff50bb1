/** The part of a package without types that we use. */
declare module '@adobe/structured-data-validator' {
  /** Data by format and type, as extractors return it. */
  interface ExtractedData {
    readonly jsonld: Record<string, readonly object[]>;
    readonly microdata: object;
    readonly rdfa: object;
  }

  export default class Validator {
    /** Returns problems by the rules for rich results. */
    validate(data: ExtractedData): Promise<{ issueMessage: string; fieldNames: string[] }[]>;
  }
}
