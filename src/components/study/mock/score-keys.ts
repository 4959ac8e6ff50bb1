import type { Shortcut } from '../base/shortcuts.ts';

/** Keys that score the criterion with the focus, or the first that has no score yet. */
export function scoreKeys(root: HTMLElement): Shortcut[] {
  const digits = ['1', '2', '3', '4', '5'].map((key) => ({
    key,
    label: `Score the criterion with ${key}`,
    run: () => press(root, key),
  }));
  return [
    ...digits,
    { key: '0', label: 'Mark the criterion as not assessed', run: () => press(root, 'none') },
  ];
}

/** The question that has the focus, else the first on the page. */
export function questionInFocus(root: HTMLElement): HTMLElement | null {
  return (
    document.activeElement?.closest<HTMLElement>('[data-question]') ??
    root.querySelector<HTMLElement>('[data-question]')
  );
}

/** Chooses a score and moves on to the next criterion of the question. */
function press(root: HTMLElement, value: string): void {
  const question = questionInFocus(root);
  const groups = [...(question?.querySelectorAll<HTMLElement>('.criterion:not(:disabled)') ?? [])];
  const group =
    groups.find((one) => one.contains(document.activeElement)) ??
    groups.find((one) => checked(one)?.value === 'none') ??
    groups[0];
  if (group === undefined) return;
  const button = group.querySelector<HTMLInputElement>(`input[value="${value}"]`);
  button?.click();
  const next = groups[groups.indexOf(group) + 1];
  const target = next === undefined ? button : checked(next);
  target?.focus();
}

function checked(group: HTMLElement): HTMLInputElement | null {
  return group.querySelector<HTMLInputElement>('input:checked');
}
