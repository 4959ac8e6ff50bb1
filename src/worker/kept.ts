import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { contentTypeOf } from '../domain/headers/content-types.ts';
import { cacheNames } from '../domain/offline/caches.ts';
import { readPack } from '../domain/offline/pack.ts';
import { type LastingEvent, scope } from './scope.ts';

/** A file of this version, as the build lists it. */
export interface ListedFile {
  /** Address, relative to the worker. */
  readonly url: string;
  readonly revision: string | null;
}

/** Headers that belong to the pack itself; all others are the host's, for every file. */
const ofPack =
  /^(content-(type|length|encoding|disposition)|etag|last-modified|cache-control|age|vary)$/;

/** What is kept on the device: files by their names, and what was in the pack of this version. */
export class Kept {
  readonly #base: string;
  readonly #pack: string;
  readonly #names;
  readonly #files: PrecacheController;

  /** @param base address of the guide, with a slash at its end */
  constructor(base: URL, listed: readonly ListedFile[]) {
    this.#base = base.href;
    this.#pack = listed.find(({ url }) => url.endsWith('.pack'))?.url ?? '';
    this.#names = cacheNames(base.pathname);
    this.#files = new PrecacheController({ cacheName: this.#names.files });
    this.#files.addToCacheList(listed.filter(({ url }) => url !== this.#pack));
  }

  /** Fetches what is new. Rejects if anything is missing: then the last version stays. */
  async install(event: LastingEvent): Promise<void> {
    await Promise.all([this.#files.install(event), this.#unpack()]);
  }

  /** The kept answer for a file; undefined if there is none. */
  async find(file: string): Promise<Response | undefined> {
    const { files, unpacked } = this.#names;
    return (await this.#match(file, unpacked(this.#pack))) ?? this.#match(file, files);
  }

  /** Something that was fetched on demand before. */
  findFetched(file: string): Promise<Response | undefined> {
    return this.#match(file, this.#names.fetched);
  }

  /** Keeps what was fetched on demand. */
  async keepFetched(file: string, response: Response): Promise<void> {
    await (await caches.open(this.#names.fetched)).put(this.#base + file, response);
  }

  /**
   * Lets go of what belongs to other versions, unless somebody may still need it: an open tab loads
   * code of its own version when it is first used, and another version may be on its way.
   */
  async tidy(event: LastingEvent): Promise<void> {
    const windows = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const { installing, waiting } = scope.registration;
    if (windows.length > 0 || installing || waiting) return;
    const { prefix, files, fetched, unpacked } = this.#names;
    const current = [files, fetched, unpacked(this.#pack)];
    const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
    const old = names.filter((name) => !current.includes(name));
    await Promise.all(old.map((name) => caches.delete(name)));
    if (names.includes(files)) await this.#files.activate(event);
  }

  async #unpack(): Promise<void> {
    const response = await fetch(this.#base + this.#pack, { priority: 'low' });
    if (!response.ok) throw new Error(`${this.#pack} answered ${response.status}.`);
    const headers = [...response.headers].filter(([name]) => !ofPack.test(name));
    const cache = await caches.open(this.#names.unpacked(this.#pack));
    for (const { path, content } of readPack(new Uint8Array(await response.arrayBuffer()))) {
      const type: [string, string] = ['content-type', contentTypeOf(path)];
      await cache.put(this.#base + path, new Response(content, { headers: [...headers, type] }));
    }
  }

  /** By its name a cache is only read: opening it would bring back one that the reader removed. */
  #match(file: string, cacheName: string): Promise<Response | undefined> {
    return caches.match(this.#base + file, { cacheName, ignoreVary: true });
  }
}
