import type { Figure } from './diagram.ts';

const drawn = import.meta.glob<{ readonly figure: Figure | undefined }>('./drawn/*.ts', {
  eager: true,
});

/** All figures, by id. A figure's id is the name of its file in `drawn/` without the extension. */
export const allFigures: ReadonlyMap<string, Figure> = new Map(
  Object.entries(drawn).flatMap(([path, { figure }]) =>
    figure === undefined ? [] : [[path.slice('./drawn/'.length, -'.ts'.length), figure]],
  ),
);
