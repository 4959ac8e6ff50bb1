import { adoptStyles } from '../study/base/adopt-styles.ts';
import { showShortcuts } from '../study/base/shortcuts.ts';
import study from '../study/study.css?inline';

const neighbors = [
  { rel: 'prev', key: '[', label: 'Previous question' },
  { rel: 'next', key: ']', label: 'Next question' },
] as const;

/** Runs a shortcut: `?` on any page, or `[` or `]` on a question page. */
export function pressPagingKey(pressed: string): void {
  const keys = neighbors.flatMap(({ rel, key, label }) => {
    const link = document.querySelector<HTMLAnchorElement>(`a[rel=${rel}]`);
    return link === null ? [] : [{ key, label, run: () => link.click() }];
  });
  if (pressed !== '?') keys.find(({ key }) => key === pressed)?.run();
  else if (document.querySelector('dialog[open]') === null) {
    adoptStyles(study);
    showShortcuts(keys);
  }
}
