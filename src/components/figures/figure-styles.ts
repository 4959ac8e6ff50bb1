import type { Figure } from './figure.ts';
import sheet from './figures.css?inline';

/** The styles of drawings; empty without figures. */
export function figureStyles(figures: readonly Figure[]): string {
  return figures.length === 0 ? '' : sheet;
}
