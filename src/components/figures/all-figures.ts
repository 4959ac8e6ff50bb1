import charts from './charts.css?inline';
import type { Figure } from './diagram.ts';
import styles from './figures.css?inline';

/** All figures by id: each is a file in `drawn/`. */
export const allFigures: ReadonlyMap<string, Figure> = new Map(
  Object.values(import.meta.glob<{ readonly figure: Figure }>('./drawn/*.ts', { eager: true })).map(
    ({ figure }) => [figure.id, figure],
  ),
);

/** Figures used in the text of pages. */
export function figuresIn(body: string): Figure[] {
  return [...body.matchAll(/<Figure\b[^>]*?\sid=["']([^"']+)["']/g)].flatMap(
    ([, id = '']) => allFigures.get(id) ?? [],
  );
}

/** What `charts.css` styles. */
const chartMarks = /class="[^"]*\b(dot|amount|axis|curve|found|missed|false)\b/;

/** The styles of drawings; empty without figures. */
export function figureStyles(figures: readonly Figure[]): string {
  if (figures.length === 0) return '';
  return figures.some(({ content }) => chartMarks.test(content.text)) ? styles + charts : styles;
}
