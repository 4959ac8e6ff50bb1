/**
 * Recordings of answers in a mock interview. They stay on this device, in the IndexedDB database
 * `<storage>-recordings`, version 1, with one store, `pieces`: `{run, place, take, piece}` with
 * ascending numbers as keys. `run` is the mock interview's id, and `place` is the question's index.
 * `take` numbers the recordings for a question, and `piece` is about a second of sound. Recordings
 * are never exported, and are deleted with their mock interview.
 */
import { type IDBPDatabase, openDB } from 'idb';
import { storage } from '../guide-settings.ts';

/** Identifies a recording, which consists of the chunks of one take. */
export interface Take {
  readonly run: string;
  readonly place: number;
  /** Later takes have higher numbers. */
  readonly take: number;
}

interface Chunk extends Take {
  readonly piece: Blob;
}

const name = `${storage}-recordings`;

/** Stores recordings or, if the browser can't, keeps them only in this page's memory. */
export class Recordings {
  #database: Promise<IDBPDatabase> | undefined;
  #memory: Chunk[] = [];
  #isRefused = false;

  get isRefused(): boolean {
    return this.#isRefused;
  }

  async add(take: Take, piece: Blob): Promise<void> {
    const entry = { ...take, piece };
    this.#memory.push(entry);
    await this.#try((database) => database.add('pieces', entry));
  }

  /** Returns a mock interview's recordings by question index, in the order of their takes. */
  async of(run: string): Promise<ReadonlyMap<number, readonly Blob[]>> {
    const stored = await this.#try((database) => database.getAllFromIndex('pieces', 'run', run));
    const chunks: readonly Chunk[] =
      this.#isRefused || stored === undefined ? this.#memory : stored;
    const matching = chunks.filter((chunk) => chunk.run === run);
    const sound = (pieces: readonly Chunk[]) =>
      new Blob(
        pieces.map(({ piece }) => piece),
        { type: pieces[0]?.piece.type ?? '' },
      );
    return new Map(
      [...Map.groupBy(matching, ({ place }) => place)].map(([place, pieces]) => [
        place,
        [...Map.groupBy(pieces, ({ take }) => take).values()].map(sound),
      ]),
    );
  }

  async deleteOthers(run: string | undefined): Promise<void> {
    this.#memory = this.#memory.filter((chunk) => chunk.run === run);
    await this.#try(async (database) => {
      const tx = database.transaction('pieces', 'readwrite');
      for await (const cursor of tx.store.index('run').iterate()) {
        if (cursor.key !== run) await cursor.delete();
      }
      await tx.done;
    });
  }

  async close(): Promise<void> {
    const database = await this.#database?.catch(() => undefined);
    database?.close();
  }

  async #try<T>(use: (database: IDBPDatabase) => Promise<T>): Promise<T | undefined> {
    try {
      this.#database ??= openRecordings();
      return await use(await this.#database);
    } catch {
      this.#isRefused = true;
      return undefined;
    }
  }
}

export async function deleteRecordings(): Promise<void> {
  const recordings = new Recordings();
  await recordings.deleteOthers(undefined);
  await recordings.close();
}

function openRecordings(): Promise<IDBPDatabase> {
  return openDB(name, 1, {
    upgrade(database) {
      const pieces = database.createObjectStore('pieces', { autoIncrement: true });
      pieces.createIndex('run', 'run');
    },
  });
}
