/**
 * The question that was read last, for the start page. Format 2: `2.<code>.<part>.<title>`, as in
 * `2.xt6.hint.What is HL7 FHIR?`; the part is empty before the reader has moved on the page, and
 * the title may hold dots. Format 1, which is still read, has no part: `1.xt6.What is HL7 FHIR?`.
 * Every question page writes it, only the start page reads it (`read-last-read.ts`).
 */
export interface LastRead {
  readonly code: string;
  readonly title: string;
  readonly part?: string | undefined;
}

export function writeLastRead({ code, title, part = '' }: LastRead): string {
  return `2.${code}.${part}.${title}`;
}
