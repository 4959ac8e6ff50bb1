import type { Segment } from '../search/mark-words.ts';

/** A range of text: `[start, end)`, in UTF-16 code units. */
export type Range = readonly [start: number, end: number];

export function joinRanges(ranges: readonly Range[]): Range[] {
  const joined: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

export function cutAtRanges(text: string, ranges: readonly Range[]): Segment[] {
  const segments: Segment[] = [];
  let done = 0;
  for (const [start, end] of joinRanges(ranges)) {
    segments.push({ text: text.slice(done, start), isMatch: false });
    segments.push({ text: text.slice(start, end), isMatch: true });
    done = end;
  }
  segments.push({ text: text.slice(done), isMatch: false });
  return segments.filter((segment) => segment.text !== '');
}
