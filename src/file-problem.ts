/** What a reader of the message should know and do, by error code of Node.js. */
const sentences: Readonly<Record<string, string>> = {
  EISDIR: 'is a folder. Expected a file. Fix: move the folder away, and restore the file',
  ENOTDIR: 'is a file. Expected a folder. Fix: move the file away, and restore the folder',
  ENOENT: 'is missing. Fix: restore it',
  ENOSPC: 'couldn’t be written because the disk is full. Fix: free some space, and try again',
  EDQUOT: 'couldn’t be written because your quota is used up. Fix: free some space, and try again',
  EROFS: 'is on a disk that can only be read. Fix: choose another folder with --out',
  EACCES: 'can’t be read or written by this user. Fix: change its permissions',
  EPERM: 'can’t be read or written by this user. Fix: change its permissions',
  EXDEV: 'is on another disk than its folder. Fix: choose another folder with --out',
  EBUSY: 'is in use, perhaps as a mounted disk. Fix: choose another folder with --out',
  ERR_FS_FILE_TOO_LARGE: 'is too large to be read. Fix: remove it',
  ERR_STRING_TOO_LONG: 'is too large to be read. Fix: remove it',
};

/**
 * Returns a line about a file that can't be read or written. Returns undefined for any other error,
 * which is a bug.
 * @param file where the error happened, if the error itself doesn't say
 */
export function fileProblem(error: unknown, file?: string): string | undefined {
  if (!(error instanceof Error)) return undefined;
  // Some tools wrap such errors in their own.
  const { code, path = file } = error as NodeJS.ErrnoException;
  const sentence = sentences[code ?? ''];
  if (sentence === undefined) return fileProblem(error.cause, file);
  return `${path ?? 'A file'} ${sentence}. (${code})`;
}
