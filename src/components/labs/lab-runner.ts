import { readValues, type Values, writeValue } from '../../domain/labs/control.ts';
import { readLabLink, writeLabLink } from '../../domain/labs/lab-link.ts';
import type { Lab } from './lab.ts';
import { labOutput } from './lab-output.ts';

const labs = import.meta.glob<{ readonly lab: Lab }>('./*/lab.ts');

/** What the lab that came before does. */
let last = Promise.resolve();

/**
 * Loads a lab and runs it in its place, which it fills if only the lab's words stand there. One lab
 * comes after the other: one that grew above another would push it away from who is using it.
 *
 * @param pressed what the reader pressed last while it was loading
 * @throws if the lab can't be loaded
 */
export function runLab(host: HTMLElement, pressed: () => EventTarget | null): Promise<void> {
  const run = async (): Promise<void> => {
    const code = await labs[`./${host.dataset['lab']}/lab.ts`]?.();
    if (code === undefined) return;
    const hasBody = host.querySelector('form') !== null;
    if (!hasBody) await (await import('./fill-lab.ts')).fillLab(host, code.lab);
    const runner = new LabRunner(host, code.lab);
    runner.openLink();
    runner.press(pressed());
    host.dataset['ready'] = '';
  };
  // Also after one that could not be loaded.
  last = last.then(run, run);
  return last;
}

/** Runs a lab over the form and the output that the page has of it. */
class LabRunner {
  readonly #host: HTMLElement;
  readonly #lab: Lab;
  readonly #form: HTMLFormElement;
  #values: Values;

  constructor(host: HTMLElement, lab: Lab) {
    this.#host = host;
    this.#lab = lab;
    this.#form = required(host, 'form');
    this.#form.hidden = false;
    this.#values = this.#fromForm();
    this.#form.addEventListener('input', ({ target }) => this.#take(target));
    this.#form.addEventListener('change', () => this.#settle());
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    this.#form.addEventListener('reset', () => queueMicrotask(() => this.#onReset()));
    host.addEventListener('click', ({ target }) => this.press(target));
    window.addEventListener('hashchange', () => this.openLink());
  }

  /** Does what a button of the lab is for, if that is what was pressed. */
  press(target: EventTarget | null): void {
    if (!(target instanceof Element)) return;
    const set = target.closest<HTMLElement>('[data-set]')?.dataset['set'];
    if (set !== undefined) this.#set(set);
    if (target.closest('[data-copy]')) void this.#copy();
  }

  /** Sets fields as a button in the figure says: `name=value&…`, written as in a query. */
  #set(set: string): void {
    const fields = [...new URLSearchParams(set)].flatMap(([name, value]) => {
      const field = this.#form.elements.namedItem(name);
      return field instanceof HTMLInputElement ? [{ field, value }] : [];
    });
    if (fields.length === 0) return;
    for (const { field, value } of fields) field.value = value;
    this.#show();
    this.#settle();
  }

  /** Copies the address that opens the lab with its present values. */
  async #copy(): Promise<void> {
    this.#settle();
    const status = required(this.#host, '[data-copied]');
    try {
      await navigator.clipboard.writeText(location.href);
      status.textContent = 'Link copied';
    } catch {
      // No permission, or not a secure context.
      status.textContent = 'Could not copy: the address of this page leads to this setting.';
    }
  }

  /** Takes the values of the address, if it is a link to this lab. */
  openLink(): void {
    const values = readLabLink(location.hash, this.#lab.id, this.#lab.controls);
    if (values === undefined) return;
    this.#fill(values);
    this.#show();
  }

  /** Shows what the form now says. */
  #show(): void {
    this.#values = this.#fromForm();
    const output = required(this.#host, '[data-output]');
    const open = [...output.querySelectorAll('details')].map((details) => details.open);
    const focused = output.contains(document.activeElement)
      ? document.activeElement?.getAttribute('data-key')
      : null;
    // Markup of our own, with every text escaped.
    output.innerHTML = labOutput(this.#lab.view(this.#values)).text;
    for (const [index, details] of output.querySelectorAll('details').entries()) {
      details.open = open[index] ?? false;
    }
    if (focused) output.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  /** Takes what was typed or moved. */
  #take(target: EventTarget | null): void {
    // A slider and its field show one number.
    if (target instanceof HTMLInputElement && target.dataset['twin'] !== undefined) {
      const twin = this.#form.querySelector<HTMLInputElement>(
        `#${CSS.escape(target.dataset['twin'])}`,
      );
      if (twin) twin.value = target.value;
    }
    this.#show();
  }

  #onReset(): void {
    this.#fill(readValues(this.#lab.controls, () => undefined));
    this.#show();
    this.#settle();
  }

  /** Says the result and keeps the values in the address, once the reader has let go. */
  #settle(): void {
    required(this.#host, '[data-said]').textContent = this.#lab.view(this.#values).result;
    history.replaceState(
      history.state,
      '',
      writeLabLink(this.#lab.id, this.#lab.controls, this.#values),
    );
  }

  #fromForm(): Values {
    const data = new FormData(this.#form);
    return readValues(this.#lab.controls, (name) => {
      const field = this.#form.elements.namedItem(name);
      if (field instanceof HTMLInputElement && field.type === 'checkbox') {
        return field.checked ? 'yes' : 'no';
      }
      return data.get(name)?.toString();
    });
  }

  #fill(values: Values): void {
    for (const { name, kind } of this.#lab.controls) {
      const text = writeValue(values[name] ?? '');
      for (const field of this.#form.querySelectorAll<HTMLInputElement>(
        `[name="${name}"], [data-of="${name}"]`,
      )) {
        if (kind === 'switch') field.checked = text === 'yes';
        else if (field.type === 'radio') field.checked = field.value === text;
        else field.value = text;
      }
    }
  }
}

function required<E extends HTMLElement>(root: ParentNode, selector: string): E {
  const element = root.querySelector<E>(selector);
  if (element === null) throw new Error(`The lab has no ${selector}.`);
  return element;
}
