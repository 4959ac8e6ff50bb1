import { readdir } from 'node:fs/promises';
import type { Figure } from '../src/components/figures/diagram.ts';
import type { LabRecord } from '../src/domain/guide/build-guide.ts';
import { workedExamples } from '../src/domain/worked/examples.ts';

/** A figure, lab, or worked table that states facts, with the ids of its sources. */
export interface FactsInCode {
  /** The name in messages, such as `figure us-pathways`. */
  readonly name: string;
  readonly sources: readonly string[];
}

export async function factsInCode(labs: readonly LabRecord[]): Promise<FactsInCode[]> {
  const components = new URL('../src/components/', import.meta.url);
  const figures = await readdir(new URL('figures/drawn/', components));
  const load = async (file: string): Promise<FactsInCode> => {
    const module = await import(new URL(`figures/drawn/${file}`, components).href);
    const { sources } = module.figure as Pick<Figure, 'sources'>;
    return { name: `figure ${file.replace('.ts', '')}`, sources };
  };
  return [
    ...(await Promise.all(figures.map(load))),
    ...labs.map(({ id, sources }) => ({ name: `lab ${id}`, sources })),
    ...[...workedExamples].map(([id, example]) => ({
      name: `worked table ${id}`,
      sources: example.sources,
    })),
  ];
}
