import { type Doc, decodeRuns, type FiltersFile, type IndexRoot } from './instant-format.ts';
import type { FilterKey, SearchRequest } from './search-request.ts';

/** For each filter the places of the questions that have a value, in guide order, by its id. */
export type FilterLists = Readonly<Record<FilterKey, ReadonlyMap<string, readonly number[]>>>;

/** How many questions each value of a filter would show, by filter and id. */
export type FilterCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Not those of `search-request.ts`, whose names of everything the first results do without. */
const keys: readonly FilterKey[] = ['level', 'topic', 'jurisdiction'];

type Chosen = SearchRequest['chosen'];
type Labels = Pick<IndexRoot, 'levels' | 'topics' | 'jurisdictions'>;

/** Sorts questions by the values that they have; values without questions have an empty list. */
export function listByValue(docs: readonly Doc[], labels: Labels): FilterLists {
  const { levels, topics, jurisdictions } = labels;
  const sorted = (values: Labels['levels'], own: (doc: Doc) => readonly number[]) => {
    const places = values.map((): number[] => []);
    for (const [doc, entry] of docs.entries()) for (const one of own(entry)) places[one]?.push(doc);
    return new Map(values.map(([id], value) => [id, places[value] ?? []]));
  };
  return {
    level: sorted(levels, (doc) => [doc[3]]),
    topic: sorted(topics, (doc) => doc[4]),
    jurisdiction: sorted(jurisdictions, (doc) => doc[5]),
  };
}

/** Reads the lists from their file. */
export function readFiltersFile(file: FiltersFile): FilterLists {
  const read = (lists: Readonly<Record<string, string>>) =>
    new Map(Object.entries(lists).map(([id, runs]) => [id, decodeRuns(runs)]));
  return {
    level: read(file.level),
    topic: read(file.topic),
    jurisdiction: read(file.jurisdiction),
  };
}

/** Whether any value of any filter is chosen. */
export function isFiltered(chosen: Chosen): boolean {
  return keys.some((key) => chosen[key].length > 0);
}

/**
 * The places of the questions that pass the filters, in guide order: of each filter with a choice,
 * a question has one of the chosen values.
 *
 * @param count number of questions in the guide
 */
export function passing(lists: FilterLists, chosen: Chosen, count: number): number[] {
  const sets = keys
    .filter((key) => chosen[key].length > 0)
    .map((key) => new Set(chosen[key].flatMap((id) => lists[key].get(id) ?? [])));
  return Array.from({ length: count }, (_, doc) => doc).filter((doc) =>
    sets.every((set) => set.has(doc)),
  );
}

/** What each value would show: beside a choice, the other values of a filter still have theirs. */
export function countByValue(lists: FilterLists, chosen: Chosen, count: number): FilterCounts {
  return Object.fromEntries(
    keys.map((key) => {
      const others = new Set(passing(lists, { ...chosen, [key]: [] }, count));
      const counts = [...lists[key]].map(([id, places]) => [
        id,
        places.filter((doc) => others.has(doc)).length,
      ]);
      return [key, Object.fromEntries(counts)];
    }),
  );
}
