import { html, nothing, type TemplateResult } from 'lit-html';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import { hasWords } from '../../../domain/words/has-words.ts';
import { levels, topics } from '../../../guide.ts';
import { counted } from '../base/format.ts';
import type { StudyContext } from '../base/study-context.ts';

export interface ChooseState {
  readonly codes: readonly string[];
  /** Words that narrow the questions down; may be empty. */
  readonly filter: string;
}

export interface ChooseActions {
  /** Adds questions to the set or removes them. */
  readonly put: (isIn: boolean, ...codes: readonly string[]) => void;
  readonly narrow: (filter: string) => void;
}

export function chooseView(
  { codes, filter }: ChooseState,
  actions: ChooseActions,
  { data }: Pick<StudyContext, 'data'>,
): TemplateResult {
  const shown = data.questions.filter((question) => hasWords(wordsOf(question), filter));
  const count =
    shown.length === data.questions.length
      ? ''
      : `${shown.length === 0 ? 'No questions match' : counted(shown.length, 'question matches', 'questions match')}.`;
  return html`<section class="stack no-print" aria-labelledby="choose-title">
    <h2 id="choose-title" tabindex="-1">All questions</h2>
    <label class="field">
      Filter by words in the question, its level, or its topics
      <input
        type="search"
        autocomplete="off"
        .value=${filter}
        @input=${({ target }: Event) => actions.narrow((target as HTMLInputElement).value)}
      />
    </label>
    <p role="status" class="note">${count}</p>
    ${levels.map((level) =>
      levelView(
        level,
        shown.filter((question) => question.level === level.id),
        codes,
        actions,
      ),
    )}
    ${
      codes.length === 0
        ? nothing
        : html`<div class="row set-count">
            <p role="status">${codes.length} selected</p>
            <a href="#_top" @click=${toTop}>Back to your set</a>
          </div>`
    }
  </section>`;
}

/** Without a fragment in the address: it would be a link to another set. */
function toTop(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

function levelView(
  { id, label }: (typeof levels)[number],
  questions: readonly StudyQuestion[],
  codes: readonly string[],
  { put }: ChooseActions,
): TemplateResult | typeof nothing {
  if (questions.length === 0) return nothing;
  const own = questions.map(({ code }) => code);
  const areAllIn = own.every((code) => codes.includes(code));
  const all = `${areAllIn ? 'Remove' : 'Add'} all ${own.length}`;
  return html`<div role="group" class="set-level" aria-labelledby="choose-${id}">
    <div class="row">
      <h3 id="choose-${id}">${label}</h3>
      <button
        type="button"
        class="quiet"
        aria-label="${all}: ${label}"
        @click=${() => put(!areAllIn, ...own)}
      >
        ${all}
      </button>
    </div>
    ${questions.map(
      ({ code, title }) => html`<label class="check">
        <input
          type="checkbox"
          .checked=${codes.includes(code)}
          @change=${({ target }: Event) => put((target as HTMLInputElement).checked, code)}
        />
        ${title}
      </label>`,
    )}
  </div>`;
}

function wordsOf({ title, level, topics: ids }: StudyQuestion): string {
  const labels = [...levels, ...topics].filter(({ id }) => id === level || ids.includes(id));
  return [title, ...labels.map(({ label }) => label)].join(' ');
}
