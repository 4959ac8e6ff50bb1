import { readdir } from 'node:fs/promises';
import { workedExamples } from '../src/domain/worked/examples.ts';

/** Something in code that states facts, with the ids of their sources. */
export interface FactsInCode {
  /** For messages: `figure us-pathways`. */
  readonly name: string;
  readonly sources: readonly string[];
}

/** What each figure and lab says about itself. */
interface Cited {
  readonly id: string;
  readonly sources: readonly string[];
}

/** The figures, labs, and worked tables of the guide. */
export async function factsInCode(): Promise<FactsInCode[]> {
  const components = new URL('../src/components/', import.meta.url);
  const load = async (kind: 'figure' | 'lab', path: string): Promise<FactsInCode> => {
    const module = (await import(new URL(path, components).href)) as Record<string, Cited>;
    const { id, sources } = module[kind] as Cited;
    return { name: `${kind} ${id}`, sources };
  };
  const figures = await readdir(new URL('figures/drawn/', components));
  const labs = (await readdir(new URL('labs/', components), { withFileTypes: true })).filter(
    (entry) => entry.isDirectory(),
  );
  return [
    ...(await Promise.all(figures.map((file) => load('figure', `figures/drawn/${file}`)))),
    ...(await Promise.all(labs.map(({ name }) => load('lab', `labs/${name}/lab.ts`)))),
    ...[...workedExamples].map(([id, example]) => ({
      name: `worked table ${id}`,
      sources: example.sources,
    })),
  ];
}
