import type { LastRead } from './last-read.ts';

const code = '([2-9b-df-hj-km-np-tv-xz]{3})';
const formats = [
  new RegExp(`^2\\.${code}\\.([a-z]*)\\.(.{1,300})$`),
  new RegExp(`^1\\.${code}()\\.(.{1,300})$`),
];

export function readLastRead(text: string | null): LastRead | undefined {
  for (const format of formats) {
    const [, code, part, title] = format.exec(text ?? '') ?? [];
    if (code !== undefined && title !== undefined) return { code, title, part: part || undefined };
  }
  return undefined;
}
