import { keepText } from '../../browser/kept-text.ts';

/** Wires the picker in the header: the choice holds at once, on all pages, until it is changed. */
export function wireThemeSelect(select: HTMLSelectElement): void {
  const { dataset } = document.documentElement;
  select.value = dataset['theme'] || 'auto';
  select.onchange = () => {
    dataset['theme'] = select.value;
    keepText('starlight-theme', select.value);
  };
}
