import type { LastRead } from './last-read.ts';

/** Reads the question that was read last from any text; undefined if it is none of ours. */
export function readLastRead(text: string | null): LastRead | undefined {
  const [, code, title] = /^1\.([2-9b-df-hj-km-np-tv-xz]{3})\.(.{1,300})$/.exec(text ?? '') ?? [];
  return code === undefined || title === undefined ? undefined : { code, title };
}
