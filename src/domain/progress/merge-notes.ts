/**
 * Merges two versions of one note without loss. The later version comes first; an older
 * one stays below it, unless the later one contains its whole text. Between them is a line with the
 * time when the version below was saved (format 1, parsed at the next merge):
 *
 *     Text of the later version
 *     — Other version, saved 2026-11-24T19:30:00.000Z —
 *     Text of the older version
 *
 * So a note is a set of versions, and merging is the union of two sets without the versions that
 * a later one contains. That makes it commutative, associative, and idempotent. (A rule that drops
 * a longer older version for a shorter later one isn't possible: of "ab", "a", "ac", saved in that
 * order, "ac" alone or "ac" and "ab" would stay, depending on the order of merging.)
 */
import { compareTexts } from '../words/compare-texts.ts';
import { canonicalJson } from './progress-lists.ts';
import { maxNoteLength, type NoteRecord } from './records.ts';

type Version = Pick<NoteRecord, 'at' | 'text'>;

/**
 * Merges two notes on the same question. If all versions together are longer than a note may be,
 * the oldest ones are left out and counted; only then does the order of merges matter.
 */
export function mergeNotes(
  a: NoteRecord,
  b: NoteRecord,
): { readonly note: NoteRecord; readonly leftOut: number } {
  if (a.at === b.at && a.text === b.text) return { note: a, leftOut: 0 };
  const [latest, ...older] = withoutContained([...versionsIn(a), ...versionsIn(b)]);
  // Neither note has text, only lines between versions.
  if (latest === undefined) return { note: laterNote(a, b), leftOut: 0 };
  let { text } = latest;
  let leftOut = older.length;
  for (const version of older) {
    const longer = `${text}\n${separator(version.at)}\n${version.text}`;
    if (longer.length > maxNoteLength) break;
    text = longer;
    leftOut -= 1;
  }
  return { note: { code: a.code, text, at: latest.at }, leftOut };
}

function separator(at: number): string {
  return `— Other version, saved ${new Date(at).toISOString()} —`;
}

function separatorMoment(line: string): number | undefined {
  const at = Date.parse(/^— Other version, saved (\S+) —$/.exec(line)?.[1] ?? '');
  return at >= 0 && separator(at) === line ? at : undefined;
}

/** The versions in a note, without blank ones. */
function versionsIn({ text, at }: NoteRecord): Version[] {
  const versions: { at: number; lines: string[] }[] = [{ at, lines: [] }];
  for (const line of text.split('\n')) {
    const moment = separatorMoment(line);
    if (moment === undefined) versions.at(-1)?.lines.push(line);
    // A version later than the note means an edited line or a wrong clock.
    else versions.push({ at: Math.min(moment, at), lines: [] });
  }
  return versions
    .map((version) => ({ at: version.at, text: version.lines.join('\n') }))
    .filter((version) => version.text.trim() !== '');
}

function withoutContained(versions: readonly Version[]): Version[] {
  // Of versions saved at the same moment, one that may contain another comes first.
  const ordered = versions.toSorted(
    (a, b) => b.at - a.at || b.text.length - a.text.length || compareTexts(a.text, b.text),
  );
  return ordered.filter(
    (version, index) => !ordered.slice(0, index).some((later) => later.text.includes(version.text)),
  );
}

function laterNote(a: NoteRecord, b: NoteRecord): NoteRecord {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return canonicalJson(a) > canonicalJson(b) ? a : b;
}
