import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Reserves a folder for this build, since two builds at once would write each other's files. A lock
 * whose process doesn't run anymore, because it was killed, doesn't count.
 *
 * @param out the folder; the lock is next to it
 * @returns releases the folder
 * @throws {Error} with a line for readers if another build has the folder
 */
export function lockFolder(out: string, pid = process.pid): () => void {
  const file = `${out}.lock`;
  try {
    writeFileSync(file, `${pid}`, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const owner = Number(readFileSync(file, 'utf8'));
    if (isRunning(owner)) throw new BusyFolderError(out, owner, file);
    writeFileSync(file, `${pid}`);
  }
  return () => rmSync(file, { force: true });
}

export class BusyFolderError extends Error {
  constructor(out: string, owner: number, lock: string) {
    super(
      `Another build is writing ${out} (process ${owner}). Fix: wait for it, or stop it. If there is none, delete ${lock}.`,
    );
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    // Signal 0 only asks.
    return process.kill(pid, 0);
  } catch (error) {
    // It runs, but belongs to another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
