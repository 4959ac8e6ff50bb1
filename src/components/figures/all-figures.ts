import type { Figure } from './diagram.ts';

/** All figures by id. Each one is a file in `drawn/`. */
export const allFigures: ReadonlyMap<string, Figure> = new Map(
  Object.values(
    import.meta.glob<{ readonly figure: Figure | undefined }>('./drawn/*.ts', { eager: true }),
  ).flatMap(({ figure }) => (figure === undefined ? [] : [[figure.id, figure]])),
);
