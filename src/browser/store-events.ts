/**
 * How tabs tell each other that progress changed: BroadcastChannel `guide-progress` (`guide` is what `guide.ts` gives to storage), messages of
 * format 1: `{version: 1, changes: [{store: 'notes', key: '8d8'}]}`. They say what changed, never
 * its content; a listener reads it again. Anything else on the channel is ignored.
 */
import type { StoreName } from '../domain/progress/records.ts';
import { storage } from '../guide.ts';
import type { StoreFailure } from './store-failures.ts';

const channelName = `${storage}-progress`;
const version = 1;

/** One record that was written or removed; key `*` means that the whole store may differ. */
export interface Change {
  readonly store: StoreName | 'quarantine' | 'snapshots' | 'device';
  readonly key: string;
}

export class StoreChangeEvent extends Event {
  readonly changes: readonly Change[];
  /** Whether another tab did it. */
  readonly isElsewhere: boolean;

  constructor(changes: readonly Change[], isElsewhere: boolean) {
    super('change');
    this.changes = changes;
    this.isElsewhere = isElsewhere;
  }
}

export class StoreFailureEvent extends Event {
  readonly failure: StoreFailure;

  constructor(failure: StoreFailure) {
    super('failure');
    this.failure = failure;
  }
}

export interface StoreEvents {
  readonly change: StoreChangeEvent;
  readonly failure: StoreFailureEvent;
}

/** BroadcastChannel to other tabs. Without support, they see changes when they reload. */
export class TabChannel {
  readonly #hear: (changes: readonly Change[]) => void;
  #channel: BroadcastChannel | undefined;

  constructor(hear: (changes: readonly Change[]) => void) {
    this.#hear = hear;
    this.#channel = this.#open();
  }

  post(changes: readonly Change[]): void {
    this.#channel?.postMessage({ version, changes });
  }

  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }

  #open(): BroadcastChannel | undefined {
    try {
      const channel = new BroadcastChannel(channelName);
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (isMessage(data)) this.#hear(data.changes);
      });
      return channel;
    } catch {
      return undefined;
    }
  }
}

function isMessage(data: unknown): data is { readonly changes: readonly Change[] } {
  if (typeof data !== 'object' || data === null) return false;
  const message = data as { readonly version?: unknown; readonly changes?: unknown };
  return (
    message.version === version && Array.isArray(message.changes) && message.changes.every(isChange)
  );
}

function isChange(value: unknown): value is Change {
  if (typeof value !== 'object' || value === null) return false;
  const change = value as { readonly store?: unknown; readonly key?: unknown };
  return typeof change.store === 'string' && typeof change.key === 'string';
}
