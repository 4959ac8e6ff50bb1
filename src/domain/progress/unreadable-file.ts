/**
 * The file with unreadable records, for readers who want to save or fix them. JSON, format 1:
 *
 *     {"format":"ai-healthtech-interview-guide/set-aside","version":1,
 *      "records":[{"store":"cards","at":1795550400000,"problem":"stability: …","value":…}]}
 *
 * `at` is when a record was quarantined, in milliseconds since 1970. Values that JSON can't
 * represent are written as text: `"NaN"`, `"5n"`, `"undefined"`. The guide does not read this file.
 *
 * `format` starts with the id of the guide.
 */
import { guide } from '../../guide.ts';
import type { Rejected } from './records.ts';

const format = `${guide.id}/set-aside`;

export function writeUnreadableFile(
  records: readonly (Rejected & { readonly at: number })[],
): string {
  const written = records.map(({ store, at, problem, value }) => {
    const facts = JSON.stringify({ store, at, problem }).slice(0, -1);
    return `${facts},"value":${rawText(value, 0)}}`;
  });
  return `{"format":"${format}","version":1,"records":[\n${written.join(',\n')}\n]}\n`;
}

/** Any value as JSON, for people to read. Never throws. @param indent spaces per level */
export function rawText(value: unknown, indent = 2): string {
  try {
    return JSON.stringify(value, (_key, part: unknown) => asJson(part), indent);
  } catch {
    return '"This can’t be written as text."';
  }
}

function asJson(part: unknown): unknown {
  if (part === undefined) return 'undefined';
  if (typeof part === 'bigint') return `${part}n`;
  return typeof part === 'number' && !Number.isFinite(part) ? String(part) : part;
}
