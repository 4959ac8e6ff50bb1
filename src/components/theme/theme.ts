import { keepText } from '../../browser/kept-text.ts';

/** Wires the picker in the header: the choice holds at once, on all pages, until it is changed. */
export function wireThemeSelect(select: HTMLSelectElement): void {
  const { dataset } = document.documentElement;
  select.onchange = () => {
    dataset['theme'] = select.value;
    keepText('starlight-theme', select.value);
  };
  // A page begins with "auto" (`ThemeSelect.astro`): anything else was chosen before this came.
  if (select.value !== 'auto') select.dispatchEvent(new Event('change'));
  select.value = dataset['theme'] || 'auto';
}
