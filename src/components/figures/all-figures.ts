import type { Figure } from './figure.ts';

/** All figures by id: each is a file in `drawn/`. */
export const allFigures: ReadonlyMap<string, Figure> = new Map(
  Object.values(import.meta.glob<{ readonly figure: Figure }>('./drawn/*.ts', { eager: true })).map(
    ({ figure }) => [figure.id, figure],
  ),
);

/** The figures that stand in the text of a page. */
export function figuresIn(body: string): Figure[] {
  return [...body.matchAll(/<Figure\b[^>]*?\sid=["']([^"']+)["']/g)].flatMap(
    ([, id = '']) => allFigures.get(id) ?? [],
  );
}
