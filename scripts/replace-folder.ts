/**
 * Puts a finished folder in the place of an older one. On Linux and macOS the two change places in
 * one system call (`renameat2` with `RENAME_EXCHANGE`, `renameatx_np` with `RENAME_SWAP`): whenever
 * the process is killed, and whenever somebody reads, one of them is there, and whole.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';

/** Where the older folder waits if the file system can't exchange folders. */
const previous = (out: string): string => `${out}-previous`;

/** Exchanges two folders. @throws if the file system can't */
export type Exchange = (from: string, to: string) => void | Promise<void>;

/** Puts `next` in the place of `out`, and removes what was there. */
export async function replaceFolder(
  next: string,
  out: string,
  exchange: Exchange = exchangeFolders,
): Promise<void> {
  recoverFolder(out);
  if (existsSync(out)) {
    try {
      await exchange(next, out);
    } catch {
      // Some network and container file systems: two steps, of which `recoverFolder` undoes one.
      renameSync(out, previous(out));
      renameSync(next, out);
    }
    rmSync(next, { recursive: true, force: true });
  } else {
    renameSync(next, out);
  }
  rmSync(previous(out), { recursive: true, force: true });
}

/** Clears up after a process that was killed while it replaced a folder in two steps. */
export function recoverFolder(out: string): void {
  if (existsSync(out)) rmSync(previous(out), { recursive: true, force: true });
  else if (existsSync(previous(out))) renameSync(previous(out), out);
}

/** Loaded when it is needed: it is machine code, which not every system may have. */
async function exchangeFolders(from: string, to: string): Promise<void> {
  const { swapSync } = await import('fs-native-extensions');
  swapSync(from, to);
}
