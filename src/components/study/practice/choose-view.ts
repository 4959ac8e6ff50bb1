import { html, type TemplateResult } from 'lit-html';
import { queueOf } from '../../../domain/practice/make-queue.ts';
import { cardId } from '../../../domain/progress/records.ts';
import { levels, topics } from '../../../guide.ts';
import type { PracticeHost } from './practice-host.ts';

/** Everything that can be practiced beside today's plan, folded. */
export function chooseView(host: PracticeHost): TemplateResult {
  const { starter, context } = host;
  const count = (kind: 'due' | 'weak' | 'new'): number =>
    queueOf({ kind }, starter.questions, starter.moment).ids.length;
  const ids = new Set(starter.questions.map(({ id }) => id));
  const saved = context.model.progress.bookmarks.filter(({ code }) =>
    ids.has(cardId('question', code)),
  );
  const plain = [
    { kind: 'due', label: 'Due', count: count('due') },
    { kind: 'weak', label: 'Weakest first', count: count('weak') },
    { kind: 'new', label: 'New', count: count('new') },
    { kind: 'bookmarked', label: 'Saved', count: saved.length },
  ] as const;
  return html`<details class="choose panel no-print">
    <summary><h2>Choose what to practice</h2></summary>
    <div class="stack">
      <div class="row">
        ${plain.map(
          ({ kind, label, count: amount }) =>
            html`<button
              type="button"
              ?disabled=${amount === 0}
              @click=${() => host.begin({ kind })}
            >
              ${label} <span class="count">${amount}</span>
            </button>`,
        )}
      </div>
      <div class="picks">
        ${pickView('Level', levels, (id) => host.begin({ kind: 'level', id }))}
        ${pickView('Topic', topics, (id) => host.begin({ kind: 'topic', id }))}
        ${pickView(
          'Learning path',
          context.data.paths.map(({ id, title }) => ({ id, label: title })),
          (id) => host.begin({ kind: 'path', id }),
        )}
      </div>
      <h3>Glossary flashcards</h3>
      <p class="note">
        Terms and acronyms, tested in both directions. They have their own schedule.
      </p>
      <div class="row">
        <button
          type="button"
          @click=${() => host.begin({ kind: 'terms', of: { kind: 'today' } })}
        >
          Today’s terms
        </button>
        <button type="button" @click=${() => host.begin({ kind: 'terms', of: { kind: 'weak' } })}>
          Weakest terms first
        </button>
      </div>
      <div class="picks">
        ${pickView('Terms of one topic', topics, (id) =>
          host.begin({ kind: 'terms', of: { kind: 'topic', id } }),
        )}
      </div>
      <p class="keys">
        <button type="button" class="quiet" @click=${() => host.showShortcuts()}>
          Keyboard shortcuts <kbd>?</kbd>
        </button>
      </p>
    </div>
  </details>`;
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
