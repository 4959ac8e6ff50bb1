/** Replaces a folder in two renames, so that a kill in between loses neither folder. */
import { existsSync, renameSync, rmSync } from 'node:fs';

/** Where the older folder is between the two steps. */
const previous = (out: string): string => `${out}-previous`;

/** Replaces `out` with `next`, and deletes the old `out`. */
export function replaceFolder(next: string, out: string): void {
  recoverFolder(out);
  if (existsSync(out)) renameSync(out, previous(out));
  renameSync(next, out);
  rmSync(previous(out), { recursive: true, force: true });
}

/** Undoes half a replacement, or finishes it, after a process that was killed in between. */
export function recoverFolder(out: string): void {
  if (existsSync(out)) rmSync(previous(out), { recursive: true, force: true });
  else if (existsSync(previous(out))) renameSync(previous(out), out);
}
