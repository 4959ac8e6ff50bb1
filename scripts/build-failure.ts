/** Failures of the machine, such as a full disk, by error code. */
const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is exceeded',
  EROFS: 'the file system is read-only',
  EACCES: 'the folder isn’t writable',
  EPERM: 'the folder isn’t writable',
  EBUSY: 'the folder is a mount point or in use; build into another one with "--out"',
  EXDEV: 'the folder is a mount point; build into another one with "--out"',
  EMFILE: 'too many files are open',
};

/** A sentence about a failure of the machine; undefined for any other error, which is a bug. */
export function machineFailure(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = '', path } = error as NodeJS.ErrnoException;
  const reason = reasons[code];
  if (reason === undefined) return machineFailure(error.cause);
  return `The build stopped: ${reason}${path === undefined ? '' : ` (${path})`}.`;
}

/** First and last second that a ZIP file can store; the book and the deck are ZIP files. */
const [firstSecond, lastSecond] = [315_532_800, 4_102_444_799];

/** What is wrong with `SOURCE_DATE_EPOCH`; undefined if it can be used or is not set. */
export function sourceDateProblem(given: string | undefined): string | undefined {
  if (given === undefined || given === '') return undefined;
  const seconds = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (seconds >= firstSecond && seconds <= lastSecond) return undefined;
  return `SOURCE_DATE_EPOCH is ${JSON.stringify(given)}. Expected seconds since 1970 in digits, ${firstSecond} to ${lastSecond} (1980 to 2099).`;
}
