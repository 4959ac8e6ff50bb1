import { adoptStyles } from '../study/base/adopt-styles.ts';
import { showShortcuts } from '../study/base/shortcuts.ts';
import study from '../study/study.css?inline';

const names = {
  prev: { key: '[', label: 'Previous question' },
  next: { key: ']', label: 'Next question' },
} as const;

/**
 * Shows the keys of a page that is read.
 *
 * @param neighbor finds the link to the question before or after this one
 */
export function showPageKeys(neighbor: (rel: 'prev' | 'next') => HTMLElement | null): void {
  adoptStyles(study);
  showShortcuts(
    (['prev', 'next'] as const).flatMap((rel) => {
      const link = neighbor(rel);
      return link === null ? [] : [{ ...names[rel], run: () => link.click() }];
    }),
  );
}
