/**
 * Through the BroadcastChannel `guide-progress` (`guide-settings.ts` sets the name `guide`), tabs
 * tell each other that progress has changed. Messages have format 1: `{version: 1, changes:
 * [{store: 'notes', key: '8d8'}]}`. They say which records changed but never include their content,
 * which listeners read again. Anything else on the channel is ignored.
 */
import * as z from 'zod/mini';
import type { StoreName } from '../domain/progress/records.ts';
import { storage } from '../guide-settings.ts';
import type { StoreFailure } from './store-failures.ts';

/**
 * A record that was written or removed. The key `*` means that any record in the store may have
 * changed.
 */
export interface Change {
  readonly store: StoreName;
  readonly key: string;
}

export interface StoreChangeEvent {
  readonly changes: readonly Change[];
  readonly isElsewhere: boolean;
}

export interface StoreEvents {
  readonly change: StoreChangeEvent;
  readonly failure: { readonly failure: StoreFailure };
}

const version = 1;

const messageSchema = z.object({
  version: z.literal(version),
  changes: z.array(z.object({ store: z.string(), key: z.string() })),
});

export class TabChannel {
  #channel: BroadcastChannel | undefined;

  constructor(hear: (changes: readonly Change[]) => void) {
    try {
      this.#channel = new BroadcastChannel(`${storage}-progress`);
      this.#channel.addEventListener('message', (event) => {
        const { data } = z.safeParse(messageSchema, event.data);
        if (data !== undefined) hear(data.changes as Change[]);
      });
    } catch {
      // Without a channel, other tabs see changes only after a reload.
    }
  }

  post(changes: readonly Change[]): void {
    this.#channel?.postMessage({ version, changes });
  }

  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }
}
