/**
 * The question that was read last, for the start page. Format 1: `1.<code>.<title>`, as in
 * `1.xt6.What is HL7 FHIR?`; the title may hold dots.
 */
export interface LastRead {
  readonly code: string;
  readonly title: string;
}

/** Writes format 1. */
export function writeLastRead({ code, title }: LastRead): string {
  return `1.${code}.${title}`;
}

/** Reads any text; undefined if it is none of ours. */
export function readLastRead(text: string | null): LastRead | undefined {
  const [, code, title] = /^1\.([2-9b-df-hj-km-np-tv-xz]{3})\.(.{1,300})$/.exec(text ?? '') ?? [];
  return code === undefined || title === undefined ? undefined : { code, title };
}
