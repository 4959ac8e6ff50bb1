import { html, type TemplateResult } from 'lit-html';
import { levels, topics } from '../../../guide.ts';
import type { HomeActions, HomeState } from './home-view.ts';

/** All that can be practiced beside what today asks for. */
export function choiceView(
  { due, weak, fresh, bookmarked, data }: HomeState,
  { start }: HomeActions,
): TemplateResult {
  const plain = [
    { kind: 'due', label: 'Due', count: due },
    { kind: 'weak', label: 'Weakest first', count: weak },
    { kind: 'new', label: 'New', count: fresh },
    { kind: 'bookmarked', label: 'Bookmarked', count: bookmarked },
  ] as const;
  return html`<section class="stack no-print" aria-labelledby="choose">
    <h2 id="choose">Or choose</h2>
    <div class="row">
      ${plain.map(
        ({ kind, label, count }) =>
          html`<button type="button" ?disabled=${count === 0} @click=${() => start({ kind })}>
            ${label} <span class="count">${count}</span>
          </button>`,
      )}
    </div>
    <div class="picks">
      ${pickView('Level', levels, (id) => start({ kind: 'level', id }))}
      ${pickView('Topic', topics, (id) => start({ kind: 'topic', id }))}
      ${pickView(
        'Learning path',
        data.paths.map(({ id, title }) => ({ id, label: title })),
        (id) => start({ kind: 'path', id }),
      )}
    </div>
  </section>`;
}

function pickView(
  name: string,
  entries: readonly { readonly id: string; readonly label: string }[],
  start: (id: string) => void,
): TemplateResult {
  const submit = (event: Event): void => {
    event.preventDefault();
    const id = new FormData(event.target as HTMLFormElement).get('id');
    if (typeof id === 'string') start(id);
  };
  return html`<form class="row end" @submit=${submit}>
    <label class="field">
      <span>${name}</span>
      <select name="id">
        ${entries.map(({ id, label }) => html`<option value=${id}>${label}</option>`)}
      </select>
    </label>
    <button aria-label="Start: ${name.toLowerCase()}">Start</button>
  </form>`;
}

/** The glossary as flashcards. */
export function termsView({ start }: HomeActions): TemplateResult {
  return html`<section class="stack no-print" aria-labelledby="terms">
    <h2 id="terms">The glossary as flashcards</h2>
    <p class="note">Acronyms and terms, asked both ways. They are planned apart from the questions.</p>
    <div class="row">
      <button type="button" @click=${() => start({ kind: 'terms', of: { kind: 'today' } })}>Terms of today</button>
      <button type="button" @click=${() => start({ kind: 'terms', of: { kind: 'weak' } })}>Weakest first</button>
    </div>
    <div class="picks">
      ${pickView('Terms of one topic', topics, (id) => start({ kind: 'terms', of: { kind: 'topic', id } }))}
    </div>
  </section>`;
}
