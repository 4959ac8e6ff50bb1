import type { Figure } from './diagram.ts';

const drawn = import.meta.glob<{ readonly figure: Figure | undefined }>('./drawn/*.ts', {
  eager: true,
});

/** All figures by id, which is the name of the file in `drawn/`, without its extension. */
export const allFigures: ReadonlyMap<string, Figure> = new Map(
  Object.entries(drawn).flatMap(([path, { figure }]) =>
    figure === undefined ? [] : [[path.slice('./drawn/'.length, -'.ts'.length), figure]],
  ),
);
