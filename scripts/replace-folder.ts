/**
 * Replaces a folder in two renames, so that neither folder is lost if the process is killed in
 * between.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';

/** Path of the old folder between the two renames. */
const previous = (out: string): string => `${out}-previous`;

export function replaceFolder(next: string, out: string): void {
  recoverFolder(out);
  if (existsSync(out)) renameSync(out, previous(out));
  renameSync(next, out);
  rmSync(previous(out), { recursive: true, force: true });
}

/** Undoes or finishes a replacement that was interrupted by a kill. */
export function recoverFolder(out: string): void {
  if (existsSync(out)) rmSync(previous(out), { recursive: true, force: true });
  else if (existsSync(previous(out))) renameSync(previous(out), out);
}
