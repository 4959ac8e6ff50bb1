import { workedExamples } from '../worked/examples.ts';

/** What replaces the elements in the text of a question. */
export interface Inserts {
  /** Ids of the question's sources in the order of their numbers. */
  readonly sources: readonly string[];
  readonly figures: ReadonlyMap<string, Drawing>;
}

/** A figure of the guide, as SVG without its root. */
export interface Drawing {
  readonly caption: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

/** The number of a source on its question's page, from 1. */
export function sourceNumber(id: string, { sources }: Inserts): number {
  return sources.indexOf(id) + 1;
}

/** Returns the worked example with this id. @throws Error if there is none */
export function workedExample(id: string) {
  const example = workedExamples.get(id);
  if (example === undefined) throw new Error(`There is no worked example "${id}".`);
  return example;
}
