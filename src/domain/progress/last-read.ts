/**
 * The question that was read last, for the start page. Format 1: `1.<code>.<title>`, as in
 * `1.xt6.What is HL7 FHIR?`; the title may hold dots. Every question page writes it, only the start
 * page reads it (`read-last-read.ts`).
 */
export interface LastRead {
  readonly code: string;
  readonly title: string;
}

/** Writes format 1. */
export function writeLastRead({ code, title }: LastRead): string {
  return `1.${code}.${title}`;
}
