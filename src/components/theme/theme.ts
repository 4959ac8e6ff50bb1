import { writeStorage } from '../../browser/local-storage.ts';

export function wireThemeSelect(select: HTMLSelectElement): void {
  const { dataset } = document.documentElement;
  select.onchange = () => {
    dataset['theme'] = select.value;
    writeStorage('starlight-theme', select.value);
  };
  // A page starts with "auto" (`Page.astro`): any other value means that the reader chose
  // before this script ran.
  if (select.value !== 'auto') select.dispatchEvent(new Event('change'));
  select.value = dataset['theme'] || 'auto';
}
