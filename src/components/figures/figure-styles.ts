import type { Figure } from './figure.ts';
import sheet from './figures.css?inline';
import { usedRules } from './used-rules.ts';

/** The styles of these figures: what their drawings use, and no more; empty without figures. */
export function figureStyles(figures: readonly Figure[]): string {
  if (figures.length === 0) return '';
  const drawn = figures.map(({ content }) => content.text).join();
  const names = [...drawn.matchAll(/class="([^"]*)"/g)].flatMap(([, all = '']) => all.split(' '));
  return usedRules(sheet, new Set(['drawn', 'not-content', ...names]));
}
