import { adoptStyles } from '../study/base/adopt-styles.ts';
import { showShortcuts } from '../study/base/shortcuts.ts';
import study from '../study/study.css?inline';

const names = {
  prev: { key: '[', label: 'Previous question' },
  next: { key: ']', label: 'Next question' },
} as const;

/** Shows the keys of a page that is read. */
export function showPageKeys(
  neighbors: readonly { readonly rel: 'prev' | 'next'; readonly run: () => void }[],
): void {
  adoptStyles(study);
  showShortcuts(neighbors.map(({ rel, run }) => ({ ...names[rel], run })));
}
