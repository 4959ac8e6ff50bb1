/** How the page may look; `auto` follows the system. */
const themes = ['auto', 'light', 'dark'];

/** Where the choice is kept: the key that Starlight uses, so that earlier choices hold. */
const key = 'starlight-theme';

/** Wires the picker in the header: the choice holds at once, on all pages, until it is changed. */
export function wireThemeSelect(select: HTMLSelectElement): void {
  const root = document.documentElement;
  select.value = root.dataset.theme ?? 'auto';
  select.onchange = () => {
    const theme = themes.find((one) => one === select.value && one !== 'auto');
    if (theme === undefined) delete root.dataset.theme;
    else root.dataset.theme = theme;
    try {
      localStorage.setItem(key, theme ?? '');
    } catch {
      // The choice holds for this page.
    }
  };
}
