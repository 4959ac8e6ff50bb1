import type { Result } from '../lib/result.ts';

/** What can keep the guide from remembering something, with what the reader is told. */
const sentences = {
  full: 'There is no room left for this in the browser’s storage, so it was not saved. Everything saved before is still there. Free some space, or export your progress to a file first.',
  closed:
    'This browser does not let the guide keep anything on this device, as in some private windows. You can go on, but nothing will be remembered.',
  damaged:
    'The guide’s storage in this browser is damaged, so nothing can be read or saved. You can go on, but nothing will be remembered. To repair it, delete this site’s data in the browser’s settings.',
  unanswered:
    'The browser doesn’t open the guide’s storage. You can go on, but nothing will be remembered. Close the guide’s other tabs, and then reload this page.',
  newer:
    'The guide on this page is older than your saved progress. Reload the page; nothing was changed.',
  outdated:
    'The guide was updated in another tab, and this page has let go of your progress. Reload the page to go on; everything saved so far is kept.',
  blocked:
    'Another tab still has an older version of the guide open. Close that tab or reload it; this page goes on by itself then.',
  interrupted:
    'The browser interrupted saving. Everything saved before is still there; please try again.',
  terminated:
    'The browser closed the guide’s storage, perhaps because its data was cleared. Reload the page to see what is there; what you do from now on is saved again.',
  unreadable:
    'Your saved progress could not be brought to the new version of the guide. It was left as it was.',
  invalid: 'This could not be saved because something in it is not as it should be.',
  changed:
    'This card has been answered again in the meantime, perhaps in another tab, so nothing was overwritten. Look at it again.',
  gone: 'This is no longer there: it was undone or removed, perhaps in another tab.',
} as const;

export type FailureKind = keyof typeof sentences;

/** Why something was not read or saved. What was saved before is untouched. */
export interface StoreFailure {
  readonly kind: FailureKind;
  readonly message: string;
  /** What the browser or the check said, for a report. */
  readonly detail: string;
}

/** What came of a request to the store. */
export type Outcome<T> = Result<T, StoreFailure>;

/** Carries a failure out of a transaction, which it aborts. */
export class StoreTrouble extends Error {
  readonly failure: StoreFailure;

  constructor(kind: FailureKind, detail = '') {
    super(sentences[kind]);
    this.failure = { kind, message: sentences[kind], detail };
  }
}

/** The trouble that an error of IndexedDB stands for; undefined for a mistake in our own code. */
export function troubleOf(error: unknown): StoreTrouble | undefined {
  if (error instanceof StoreTrouble) return error;
  if (!isNamedError(error)) return undefined;
  const kind = kinds.get(error.name);
  return kind && new StoreTrouble(kind, `${error.name}: ${error.message}`);
}

/** Errors by name (https://w3c.github.io/IndexedDB/#exceptions). */
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

/** Whether it only says that a transaction was given up, not why. */
export function isAbort(error: unknown): boolean {
  return isNamedError(error) && error.name === 'AbortError';
}
