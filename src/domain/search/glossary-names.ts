import type { SearchTerm } from './search-data.ts';
import { isIndexed, isNegative, keyOf, nameKey, subjectsIn } from './words.ts';

export class GlossaryNames {
  readonly #byName = new Map<string, SearchTerm[]>();
  readonly #byId: ReadonlyMap<string, SearchTerm>;
  readonly maxWords: number;

  constructor(terms: readonly SearchTerm[]) {
    this.#byId = new Map(terms.map((term) => [term.id, term]));
    let maxWords = 0;
    for (const term of terms) {
      const names = namesOf(term).flatMap((name) => [name, name.replace(/[\s@-]/g, '')]);
      for (const key of new Set(names.map(nameKey))) {
        maxWords = Math.max(maxWords, key.split(' ').length);
        this.#byName.set(key, [...(this.#byName.get(key) ?? []), term]);
      }
    }
    this.maxWords = maxWords;
  }

  /** Returns the terms that have this name. There are several if the name is ambiguous. */
  named(text: string): readonly SearchTerm[] {
    return this.#byName.get(nameKey(text)) ?? [];
  }

  /** Returns the names to search for, as text. With `searchAs`, they are the other term's names. */
  texts(term: SearchTerm): string[] {
    const { term: name, expansion = '' } = this.#byId.get(term.searchAs ?? '') ?? term;
    return [name, expansion].filter((text) => text !== '');
  }

  /** Returns the names to search for, each as the keys of its words. */
  searched(term: SearchTerm): string[][] {
    return this.texts(term)
      .map((text) => subjectsIn(text).flatMap(partsOf).filter(isIndexed).map(keyOf))
      .filter((keys) => keys.length > 0);
  }
}

/**
 * Splits a hyphenated word. If one of its parts means nothing on its own, as in `Q-Submission`,
 * joins them instead.
 */
function partsOf(word: string): string[] {
  const parts = word.split('-');
  return parts.every(isIndexed) ? parts : [parts.join('')];
}

function namesOf({ term, expansion, aliases }: SearchTerm): string[] {
  // Without its `no`, such a name would mean the opposite.
  const others = aliases.filter((name) => !isNegative(name));
  return [term, expansion ?? '', ...others].filter((name) => name !== '');
}
