import type { Result } from '../lib/result.ts';

const sentences = {
  full: 'We couldn’t save this because the browser is out of space. Everything saved so far is safe. Free up space, or export your progress to a file.',
  closed:
    'This browser doesn’t let the guide save anything, which is common in private windows. You can continue, but nothing will be saved.',
  damaged:
    'The guide’s storage in this browser is damaged, so we can’t read or save anything. You can continue, but nothing will be saved. To fix it, delete this site’s data in your browser’s settings.',
  unanswered:
    'The browser can’t open the guide’s storage. You can continue, but nothing will be saved. Close the guide’s other tabs, and then reload this page.',
  newer:
    'This page is an older version of the guide than the one that saved your progress. Nothing was changed. Reload the page.',
  outdated:
    'The guide was updated in another tab, so this tab can’t save anymore. Reload the page to continue. Everything saved so far is safe.',
  blocked:
    'Another tab still has an older version of the guide open. Close or reload that tab, and this page will continue by itself.',
  interrupted: 'The browser interrupted the save. Everything saved so far is safe. Try again.',
  terminated:
    'The browser closed the guide’s storage, perhaps because its data was cleared. Reload the page to see what’s left. After that, your work will be saved again.',
  unreadable:
    'We couldn’t save this because the record that’s already here can’t be read. It’s unchanged. Download and delete it on your progress page, under “Your data,” and then try again.',
  invalid: 'We couldn’t save this because the data is invalid. Everything saved so far is safe.',
  changed:
    'You answered this card again in the meantime, perhaps in another tab. Nothing was overwritten. Check the card again.',
  gone: 'This item no longer exists. It may have been undone or removed in another tab.',
} as const;

export type FailureKind = keyof typeof sentences;

export interface StoreFailure {
  readonly kind: FailureKind;
  readonly message: string;
  /** The error message from the browser or from the check. It goes into bug reports. */
  readonly detail: string;
}

export type Outcome<T> = Result<T, StoreFailure>;

/** Carries a failure out of a transaction and aborts the transaction. */
export class StoreError extends Error {
  readonly failure: StoreFailure;

  constructor(kind: FailureKind, detail = '') {
    super(sentences[kind]);
    this.failure = { kind, message: sentences[kind], detail };
  }
}

/** Classifies an IndexedDB error. Returns undefined if the error is a bug in our own code. */
export function toStoreError(error: unknown): StoreError | undefined {
  if (error instanceof StoreError) return error;
  if (!isNamedError(error)) return undefined;
  const kind = kinds.get(error.name);
  return kind && new StoreError(kind, `${error.name}: ${error.message}`);
}

/** The kinds of errors, by name (https://w3c.github.io/IndexedDB/#exceptions). */
const kinds: ReadonlyMap<string, FailureKind> = new Map([
  ['QuotaExceededError', 'full'],
  ['VersionError', 'newer'],
  ['SecurityError', 'closed'],
  ['ConstraintError', 'invalid'],
  ['AbortError', 'interrupted'],
  ['InvalidStateError', 'interrupted'],
  ['TransactionInactiveError', 'interrupted'],
  ['UnknownError', 'interrupted'],
  ['NotReadableError', 'interrupted'],
  ['TimeoutError', 'interrupted'],
]);

function isNamedError(error: unknown): error is { readonly name: string; message: string } {
  return typeof error === 'object' && error !== null && 'name' in error && 'message' in error;
}

/** True if the error says only that a transaction was aborted, not why. */
export function isAbort(error: unknown): boolean {
  return isNamedError(error) && error.name === 'AbortError';
}
