import type { Figure } from './diagram.ts';

/** All figures by id: each is a file in `drawn/`. */
export const allFigures: ReadonlyMap<string, Figure> = new Map(
  Object.values(import.meta.glob<{ readonly figure: Figure }>('./drawn/*.ts', { eager: true })).map(
    ({ figure }) => [figure.id, figure],
  ),
);
