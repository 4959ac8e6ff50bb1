import { html } from 'lit-html';
import { writeStorage } from '../../../browser/local-storage.ts';
import { storageKeys } from '../../../browser/storage-keys.ts';
import { isTextField, lettersAreOn } from '../../keys/shortcuts-enabled.ts';
import { showDialog } from './show-dialog.ts';

export interface Shortcut {
  /** A `KeyboardEvent.key`, optionally with the prefix `Control+`. */
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
  readonly whileTyping?: boolean;
}

/** Returns shortcuts that run the main action with Space and →. */
export function forward(label: string, run: () => void): Shortcut[] {
  return [' ', 'ArrowRight'].map((key) => ({ key, label, run }));
}

/**
 * Returns shortcuts for the buttons that are visible and enabled. Space and → press the main
 * button, and the key in a button's `data-key` presses that button.
 */
export function buttonKeys(root: ParentNode): Shortcut[] {
  const buttons = [...root.querySelectorAll<HTMLElement>('button:is(.primary, [data-key])')];
  return buttons
    .filter((button) => button.checkVisibility() && !button.matches(':disabled'))
    .flatMap((button) => {
      const text = button.cloneNode(true) as HTMLElement;
      text.querySelector('kbd')?.remove();
      const label = text.textContent.replace(/\s+/g, ' ').trim();
      const run = () => button.click();
      const { key } = button.dataset;
      return key === undefined ? forward(label, run) : [{ key, label, run }];
    });
}

export function forwardButton(label: string, run: () => void) {
  return html`<button type="button" class="primary" @click=${run}>${label} <kbd>Space</kbd></button>`;
}

export const shortcutsTitle = 'Keyboard shortcuts';

/**
 * Listens for a page's shortcuts, and lists them when `?` is pressed. In that list, readers can
 * turn off single-character shortcuts (WCAG 2.1, 2.1.4). The device remembers this setting.
 * All other shortcuts, such as those with Control, stay on.
 * @param current returns the shortcuts that are available now
 */
export function listenForShortcuts(current: () => readonly Shortcut[], signal: AbortSignal): void {
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || event.altKey || document.querySelector('dialog[open]')) return;
      const isTyping = isTextField(event.target);
      const name = event.ctrlKey || event.metaKey ? `Control+${event.key}` : event.key;
      if (name === '?' && !isTyping && lettersAreOn()) {
        event.preventDefault();
        showShortcuts(current());
        return;
      }
      // Space presses the focused button, and arrow keys move within a group of radio buttons.
      if (movesByItself(event)) return;
      const shortcut = current().find(
        ({ key, whileTyping = false }) => key === name && (whileTyping || !isTyping),
      );
      if (shortcut === undefined || (name.length === 1 && !lettersAreOn())) return;
      event.preventDefault();
      shortcut.run();
    },
    { signal },
  );
}

export function showShortcuts(shortcuts: readonly Shortcut[]): void {
  const switchLetters = ({ target }: Event) =>
    writeStorage(storageKeys.letters, (target as HTMLInputElement).checked ? null : 'off');
  showDialog(
    'shortcuts',
    html`<h2 id="shortcuts-title">${shortcutsTitle}</h2>
      <dl>
        ${[...Map.groupBy([...shortcuts, ...everywhere], ({ label }) => label)].map(
          ([label, keys]) => html`<div>
            <dt>${keys.map(({ key }) => html`<kbd>${nameOfKey(key)}</kbd> `)}</dt>
            <dd>${label}</dd>
          </div>`,
        )}
      </dl>
      <label class="check">
        <input type="checkbox" .checked=${lettersAreOn()} @change=${switchLetters} />
        Use single letters and digits as shortcuts
      </label>
      <form method="dialog"><button autofocus>Close</button></form>`,
  );
}

const keyNames: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

function nameOfKey(key: string): string {
  return keyNames[key] ?? key.replace('Control+', 'Ctrl ');
}

const everywhere: readonly Pick<Shortcut, 'key' | 'label'>[] = [
  { key: '/', label: 'Search the guide' },
  { key: 'Control+K', label: 'Search the guide, even while typing' },
  { key: '?', label: 'Show this list' },
];

function movesByItself({ key, target }: KeyboardEvent): boolean {
  // When a dialog closes, the focus doesn't leave it until the next frame.
  if (!(target instanceof HTMLElement) || !target.checkVisibility()) return false;
  if (key === ' ') return target.matches('button, a, summary, input, select, audio');
  return key.startsWith('Arrow') && target.matches('[type=radio], select, audio');
}
