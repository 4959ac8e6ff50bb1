import { adoptStyles } from '../study/base/adopt-styles.ts';
import styles from './update-bar.css?inline';

/** What there is to tell, and what the button that acts on it says. */
const texts = {
  ready: ['A newer version of the guide is ready.', 'Use it now'],
  elsewhere: [
    'Another tab went over to a newer version of the guide. This page still works as it is.',
    'Reload this page',
  ],
} as const;

/** Name under which the tab remembers that its reader does not want to be told again. */
const laterKey = 'guide-update-later';

let bar: HTMLElement | undefined;

/**
 * Shows a line at the foot of the window, until the reader acts on it or puts it off: then the tab
 * does not ask again.
 */
export function showUpdate(what: keyof typeof texts, act: () => void): void {
  const [text, label] = texts[what];
  bar?.remove();
  if (what === 'ready' && isPutOff()) return;
  adoptStyles(styles);
  const said = document.createElement('p');
  said.role = 'status';
  const hide = (): void => {
    bar?.remove();
    putOff();
  };
  bar = document.createElement('section');
  bar.className = 'update-bar';
  bar.ariaLabel = 'Update';
  bar.append(said, button(label, act), button('Later', hide));
  document.body.append(bar);
  // Screen readers announce what changes in a region that is there already.
  requestAnimationFrame(() => {
    said.textContent = text;
  });
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.onclick = act;
  return made;
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
