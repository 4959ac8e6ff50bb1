/**
 * The question that was read last, for the start page. Format 2 is `2.<code>.<part>.<title>`, as in
 * `2.xt6.hint.What is HL7 FHIR?`. The part is empty until the reader has scrolled, and the title
 * may contain periods. Format 1, which is still supported, has no part: `1.xt6.What is HL7 FHIR?`.
 * Every question page writes it, and only the start page reads it (`read-last-read.ts`).
 */
export interface LastRead {
  readonly code: string;
  readonly title: string;
  readonly part?: string | undefined;
}

export function writeLastRead({ code, title, part = '' }: LastRead): string {
  return `2.${code}.${part}.${title}`;
}
