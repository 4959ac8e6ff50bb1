import charts from './charts.css?inline';
import type { Figure } from './figure.ts';
import sheet from './figures.css?inline';

/** What `charts.css` styles. */
const chartMarks = /class="[^"]*\b(dot|amount|axis|curve|found|missed|false)\b/;

/** The styles of drawings; empty without figures. */
export function figureStyles(figures: readonly Figure[]): string {
  if (figures.length === 0) return '';
  return figures.some(({ content }) => chartMarks.test(content.text)) ? sheet + charts : sheet;
}
