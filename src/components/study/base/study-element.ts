import { html, nothing, render, type TemplateResult } from 'lit-html';
import type { ProgressModel } from '../../../browser/progress-model.ts';
import type { Outcome } from '../../../browser/store-failures.ts';
import type { Paths } from '../../../domain/links/paths.ts';
import { showReaderBand } from '../../band/band-of-reader.ts';
import { listenForShortcuts, type Shortcut, showShortcuts } from './shortcuts.ts';
import { showDialog } from './show-dialog.ts';
import { openStudy, type StudyContext } from './study-context.ts';

/**
 * An element that shows the reader's study data. Once the data has loaded, it replaces the
 * element's server HTML, which is useful without JavaScript. What the element shows depends only on
 * its state, and `update` renders it again.
 * Except when the page opens, a new element with a `data-focus-key` gets the focus and scrolls into
 * view. If there is none and the focused element was removed, the notice, if any, gets the focus.
 */
export abstract class StudyElement extends HTMLElement {
  #stop: AbortController | undefined;
  #context: StudyContext | undefined;
  #root: HTMLElement | undefined;
  #notice: { readonly place: string; readonly notice: Notice } | undefined;
  /** The focus keys in the last render. Undefined until the page has opened. */
  #focusKeys: ReadonlySet<string> | undefined;

  connectedCallback(): void {
    this.#stop = new AbortController();
    void this.#open(this.#stop.signal);
  }

  disconnectedCallback(): void {
    this.#stop?.abort();
    this.#context?.model.store.close();
  }

  get context(): StudyContext {
    if (this.#context === undefined) throw new Error('The study data isn’t loaded yet.');
    return this.#context;
  }

  /** Called once, to set up the element's state and listeners. May be asynchronous. */
  protected start(_context: StudyContext, _signal: AbortSignal): void | Promise<void> {}

  protected abstract view(context: StudyContext): TemplateResult | typeof nothing;

  /**
   * Returns the shortcuts that are available now. Without this method, the page handles `?` itself.
   */
  protected shortcuts?(): readonly Shortcut[];

  update(): void {
    if (this.#context === undefined || this.#root === undefined) return;
    const { model, paths } = this.#context;
    const focused = this.contains(document.activeElement) ? document.activeElement : null;
    render(html`${troubleView(model, paths)}${this.view(this.#context)}`, this.#root);
    this.#followFocus(focused);
  }

  /**
   * Shows a notice in the spot that `noticeAt` rendered under the same name. Removes the previous
   * notice, even if the new one is undefined.
   */
  notify(place: string, notice: Notice | undefined): void {
    this.#notice = notice && { place, notice };
    this.update();
  }

  /** Renders a spot for notices. Its live regions exist before there is anything to announce. */
  noticeAt(spot: string) {
    const notice = this.#notice?.place === spot ? this.#notice.notice : undefined;
    const line = (tone: Notice['tone'], look: string) =>
      notice?.tone === tone ? html`<p class=${look}>${notice.text}</p>` : nothing;
    return html`<div id="${spot}-notice" class="notice" tabindex="-1">
      <div role="status">${line('good', 'good')} ${line('question', 'info')}</div>
      <div role="alert">${line('problem', 'trouble')}</div>
      ${line('announced', 'trouble')}
      ${actionsView(notice?.actions)}
    </div>`;
  }

  /**
   * Asks a question in a dialog with a button for each choice. Returns the choice, or undefined if
   * the reader cancels.
   */
  async confirm(title: string, sentences: string[], ...choices: string[]) {
    const dialog = showDialog(
      'confirm',
      html`<form method="dialog" class="stack">
        <h2 id="confirm-title">${title}</h2>
        ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
        <div class="row">
          ${choices.map((choice) => html`<button value=${choice}>${choice}</button>`)}
          <button value="" class="quiet" autofocus>Cancel</button>
        </div>
      </form>`,
    );
    await new Promise((resolve) => dialog.addEventListener('close', resolve));
    return dialog.returnValue || undefined;
  }

  focusOn(selector: string): void {
    this.querySelector<HTMLElement>(selector)?.focus();
  }

  showShortcuts(): void {
    showShortcuts(this.shortcuts?.() ?? []);
  }

  #followFocus(focused: Element | null): void {
    const targets = [...(this.#root?.querySelectorAll<HTMLElement>('[data-focus-key]') ?? [])];
    const before = this.#focusKeys;
    this.#focusKeys = new Set(targets.map((target) => target.dataset['focusKey'] ?? ''));
    const target = targets.find(({ dataset }) => before?.has(dataset['focusKey'] ?? '') === false);
    if (target !== undefined) {
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: target.matches('h1, h2') ? 'start' : 'nearest' });
    } else if (focused !== null && !focused.isConnected) this.focusOn('.notice:has(p)');
  }

  async #open(signal: AbortSignal): Promise<void> {
    const opened = await openStudy(this.dataset['base'] ?? '/');
    if (signal.aborted) {
      if ('value' in opened) opened.value.model.store.close();
      return;
    }
    const root = document.createElement('div');
    // The styles for running text would add space between siblings, even between buttons.
    root.className = 'study not-content';
    if ('problem' in opened) {
      render(html`<p role="alert" class="trouble">${opened.problem}</p>`, root);
      this.prepend(root);
      return;
    }
    this.#context = opened.value;
    await this.start(opened.value, signal);
    if (signal.aborted) return;
    if (this.shortcuts !== undefined) listenForShortcuts(() => this.shortcuts?.() ?? [], signal);
    this.#root = root;
    this.replaceChildren(root);
    this.update();
    this.dataset['ready'] = '';
    showReaderBand(opened.value);
    opened.value.model.addEventListener(
      'change',
      () => {
        this.update();
        showReaderBand(opened.value);
      },
      { signal },
    );
  }
}

function troubleView(model: ProgressModel, paths: Paths) {
  const { failure, isDismissed } = model;
  const { length } = isDismissed ? [] : model.unreadable;
  const records = length === 1 ? 'one saved record' : `${length} saved records`;
  const messages = failure === undefined ? [] : [failure.message];
  if (length > 0) messages.push(`We couldn’t read ${records}. Everything else is safe.`);
  const actions = html`<p class="row">
    <a href="${paths.progress}#your-data">Your data</a>
    <button type="button" @click=${() => model.dismiss()}>Dismiss</button>
  </p>`;
  return html`<div role="alert" class="troubles">
    ${messages.map((message) => html`<p class="trouble">${message}</p>`)}
    ${messages.length === 0 ? nothing : actions}
  </div>`;
}

export interface Notice {
  /**
   * With `announced`, the alert at the top of the page announces the problem, so the notice itself
   * doesn't.
   */
  readonly tone: 'good' | 'question' | 'problem' | 'announced';
  readonly text: string;
  readonly actions?: readonly { readonly label: string; readonly run: () => void }[];
}

function actionsView(actions: Notice['actions'] = []) {
  if (actions.length === 0) return nothing;
  return html`<div class="row">
    ${actions.map(({ label, run }) => html`<button type="button" @click=${run}>${label}</button>`)}
  </div>`;
}

export function noticeOf(outcome: Outcome<unknown>, text: string): Notice {
  if ('problem' in outcome) return { tone: 'announced', text: outcome.problem.message };
  return { tone: 'good', text };
}
