import { type FilterLists, listByValue, readFiltersFile } from '../domain/search/filter-lists.ts';
import {
  type DefinitionsFile,
  type Doc,
  type DocShard,
  docsPerShard,
  type FiltersFile,
  type IndexRoot,
  indexVersion,
  type SummaryShard,
  shardOf,
  type TermsFile,
  type WordShard,
} from '../domain/search/instant-format.ts';
import { Vocabulary } from '../domain/search/vocabulary.ts';

/** The instant index in the browser: it loads what a search needs and keeps it. */
export class InstantIndex {
  readonly vocabulary = new Vocabulary();
  readonly #address: string;
  readonly #root: IndexRoot;
  /** All questions, where they stand in the root. */
  readonly #docs: DocShard | undefined;
  /** Numbers of the word shards that the vocabulary has. */
  readonly #added = new Set<number>();
  readonly #files = new Map<string, Promise<unknown>>();
  #terms: Promise<void> | undefined;
  #hasTerms = false;

  private constructor(address: string, root: IndexRoot) {
    this.#address = address;
    this.#root = root;
    this.#docs = root.docs?.flat();
    for (const shard of root.words ?? []) this.vocabulary.addWords(shard);
  }

  /**
   * Opens the index.
   *
   * @param address folder of the index, with a slash at its end
   * @param response the answer for its `index.json`, where it has been asked for already
   * @throws {Error} if it can't be loaded or is of another version
   */
  static async open(address: string, response?: Promise<Response>): Promise<InstantIndex> {
    const root = (await json(`${address}index.json`, response)) as IndexRoot;
    if (root.version !== indexVersion) throw new Error(`Search index of version ${root.version}`);
    return new InstantIndex(address, root);
  }

  /** Number of questions. */
  get count(): number {
    return this.#root.count;
  }

  /** Whether the names of the glossary are loaded. */
  get hasTerms(): boolean {
    return this.#hasTerms;
  }

  /** Names of a question's level and topics. */
  placeOf([, , , level, topics]: Doc): string {
    const names = topics.map((topic) => this.#root.topics[topic]?.[1] ?? '');
    return [this.#root.levels[level]?.[1] ?? '', names.join(', ')].filter(Boolean).join(' · ');
  }

  /** Place of the question with that code; undefined in a guide whose questions are in shards. */
  placeOfCode(code: string): number | undefined {
    const place = this.#docs?.findIndex(([own]) => own === code) ?? -1;
    return place < 0 ? undefined : place;
  }

  /** The questions by the values of the filters. */
  async filters(): Promise<FilterLists> {
    return this.#docs === undefined
      ? readFiltersFile((await this.#shard('filters')) as FiltersFile)
      : listByValue(this.#docs, this.#root);
  }

  /** Loads the words with these keys, and those around them, into the vocabulary. */
  async loadWords(keys: readonly string[]): Promise<void> {
    if (this.#root.words !== undefined) return;
    const numbers = new Set(keys.map((key) => shardOf(this.#root.starts, key)));
    await Promise.all([...numbers].map((number) => this.#addShard(number)));
  }

  async #addShard(number: number): Promise<void> {
    if (this.#added.has(number)) return;
    const shard = (await this.#shard(`w${number}`)) as WordShard;
    this.#added.add(number);
    this.vocabulary.addWords(shard);
  }

  /** Loads the names of the glossary into the vocabulary, once. */
  loadTerms(): Promise<void> {
    this.#terms ??= this.#file('terms.json').then(
      (file) => {
        this.vocabulary.addTerms((file as TermsFile).terms);
        this.#hasTerms = true;
      },
      () => {
        // Without them search goes on by words; the next search tries again.
        this.#terms = undefined;
      },
    );
    return this.#terms;
  }

  /** The questions at these places of the guide, in the same order. */
  async docs(places: readonly number[]): Promise<Doc[]> {
    const docs = await Promise.all(places.map((place) => this.#doc(place)));
    return docs.filter((doc) => doc !== undefined);
  }

  async #doc(place: number): Promise<Doc | undefined> {
    if (this.#docs !== undefined) return this.#docs[place];
    const shard = (await this.#shard(`d${Math.floor(place / docsPerShard)}`)) as DocShard;
    return shard[place % docsPerShard];
  }

  /** The summary of the question at that place; undefined if it can't be loaded. */
  async summary(place: number): Promise<string | undefined> {
    const [[code] = ['']] = await this.docs([place]);
    const shard = this.#shard(`s${Math.floor(place / docsPerShard)}`) as Promise<SummaryShard>;
    return shard.then(
      (summaries) => summaries[code],
      () => undefined,
    );
  }

  /** The definition of a glossary term; undefined if it can't be loaded. */
  async definition(id: string): Promise<string | undefined> {
    const file = this.#file(`definitions-${id.charAt(0)}.json`) as Promise<DefinitionsFile>;
    return file.then(
      ({ definitions }) => definitions[id],
      () => undefined,
    );
  }

  #shard(name: string): Promise<unknown> {
    return this.#file(`${this.#root.folder}/${name}.json`);
  }

  #file(name: string): Promise<unknown> {
    const known = this.#files.get(name);
    if (known !== undefined) return known;
    const loading = json(this.#address + name);
    this.#files.set(name, loading);
    // A failure is not remembered: the next try may work.
    loading.catch(() => this.#files.delete(name));
    return loading;
  }
}

async function json(
  address: string,
  response: Promise<Response> = fetch(address),
): Promise<unknown> {
  const answer = await response;
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}
