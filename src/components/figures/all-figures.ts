import type { Figure } from './figure.ts';

/** All figures by id: each is a file beside this one. */
export const allFigures: ReadonlyMap<string, Figure> = new Map(
  Object.values(
    import.meta.glob<{ readonly figure?: Figure }>(['./*.ts', '!./*.test.ts'], { eager: true }),
  ).flatMap(({ figure }) => (figure === undefined ? [] : [[figure.id, figure] as const])),
);
