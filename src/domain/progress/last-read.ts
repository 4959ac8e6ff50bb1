/**
 * The question that was read last, for the start page. Format 2 is `2.<code>.<part>.<title>`, as in
 * `2.xt6.hint.What is FHIR`. The part is empty at the top of the page, and the title may contain
 * periods. It is the question's short name. Earlier versions wrote the whole question. Format 1,
 * which is still supported, doesn't have a part: `1.xt6.What is HL7 FHIR?`.
 */
export interface LastRead {
  readonly code: string;
  readonly title: string;
  readonly part?: string | undefined;
}

const code = '([2-9b-df-hj-km-np-tv-xz]{3})';
const formats = [
  new RegExp(`^2\\.${code}\\.([a-z]*)\\.(.{1,300})$`),
  new RegExp(`^1\\.${code}()\\.(.{1,300})$`),
];

export function writeLastRead({ code, title, part = '' }: LastRead): string {
  return `2.${code}.${part}.${title}`;
}

export function readLastRead(text: string | null): LastRead | undefined {
  for (const format of formats) {
    const [, code, part, title] = format.exec(text ?? '') ?? [];
    if (code !== undefined && title !== undefined) return { code, title, part: part || undefined };
  }
  return undefined;
}
