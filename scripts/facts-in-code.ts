import { readdir } from 'node:fs/promises';
import type { Figure } from '../src/components/figures/diagram.ts';
import type { LabRecord } from '../src/domain/guide/build-guide.ts';
import { workedExamples } from '../src/domain/worked/examples.ts';

/** Something besides pages that states facts, with the ids of their sources. */
export interface FactsInCode {
  /** The name in messages, such as `figure us-pathways`. */
  readonly name: string;
  readonly sources: readonly string[];
}

/** The figures, labs, and worked tables of the guide. @param labs the labs of the guide */
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
