import { button, element } from '../button.ts';
import { adoptStyles } from '../study/base/adopt-styles.ts';
import styles from './update-bar.css?inline';

const texts = {
  ready: ['A newer version of the guide is ready.', 'Update now'],
  elsewhere: [
    'The guide was updated in another tab. This page still works. Reload it to get the new version.',
    'Reload this page',
  ],
} as const;

/** In sessionStorage, when the reader has deferred the update. */
const laterKey = 'guide-update-later';

let bar: HTMLElement | undefined;

/** Shows a bar until the reader acts on it or defers it, which lasts as long as the tab. */
export function showUpdate(what: keyof typeof texts, act: () => void): void {
  const [text, label] = texts[what];
  bar?.remove();
  if (what === 'ready' && isPutOff()) return;
  adoptStyles(styles);
  const said = element('p', { role: 'status' });
  const hide = (): void => {
    bar?.remove();
    putOff();
  };
  const properties = { className: 'update-bar', ariaLabel: 'Update' };
  bar = element('section', properties, said, button(label, act), button('Later', hide));
  document.body.append(bar);
  // Screen readers announce only changes to an existing region.
  requestAnimationFrame(() => {
    said.textContent = text;
  });
}

function isPutOff(): boolean {
  try {
    return sessionStorage.getItem(laterKey) !== null;
  } catch {
    return false;
  }
}

function putOff(): void {
  try {
    sessionStorage.setItem(laterKey, 'yes');
  } catch {
    // The next page asks again.
  }
}
