/** One build at a time writes to a folder: a file next to it has the process id. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Acquires the lock. Returns a function that releases it, or the id of the process that has it.
 *
 * @param folder that only one build may write to
 */
export function lockBuild(folder: string): (() => void) | number {
  const file = `${folder}.lock`;
  const owner = readOwner(file);
  if (owner !== undefined && isRunning(owner)) return owner;
  // Left by a build that was killed.
  rmSync(file, { force: true });
  writeFileSync(file, `${process.pid}`, { flag: 'wx' });
  return () => rmSync(file, { force: true });
}

function readOwner(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 only checks whether the process exists.
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
