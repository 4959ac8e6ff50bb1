/** Choosing questions for a set or an interview, and putting the chosen ones in order. */
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { repeat } from 'lit-html/directives/repeat.js';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import { hasWords } from '../../../domain/words/has-words.ts';
import { levels, topics } from '../../../guide.ts';
import { counted, typedIn } from './format.ts';
import { levelTile } from './question-link.ts';
import type { StudyContext } from './study-context.ts';

interface Choice {
  readonly title: string;
  readonly codes: readonly string[];
  readonly filter: string;
  readonly narrow: (filter: string) => void;
  readonly put: (isIn: boolean, codes: readonly string[]) => void;
}

/**
 * Shows all questions of the guide with checkboxes, and a filter.
 * @param foot what is shown below them
 */
export function chooseView(choice: Choice, { data }: StudyContext, foot: unknown = nothing) {
  const { title, codes, filter, narrow, put } = choice;
  const found = data.questions.filter((question) => hasWords(wordsOf(question), filter));
  const status =
    found.length === 0
      ? 'No questions match. Try fewer words.'
      : `${counted(found.length, 'question matches', 'questions match')}.`;
  const keepForm = (event: KeyboardEvent) => {
    if (event.key === 'Enter') event.preventDefault();
  };
  return html`<section class="panel set-choose no-print" aria-labelledby="choose-title">
    <h2 id="choose-title" tabindex="-1">${title}</h2>
    <div class="row">
      <input type="search" autocomplete="off" placeholder="Filter: HIPAA, FHIR…"
        aria-label="Filter by words in the question, its level, or its topics"
        .value=${filter} @input=${(event: Event) => narrow(typedIn(event))} @keydown=${keepForm} />
      ${found.length === 0 ? nothing : selectAll(found, choice)}
    </div>
    <p role="status" class="note">${found.length < data.questions.length ? status : ''}</p>
    <div class="set-questions" role="group" aria-labelledby="choose-title">
      ${repeat(
        found,
        ({ code }) => code,
        ({ code, title: question, level }) => html`<label class="check">
          <input type="checkbox" .checked=${live(codes.includes(code))}
            @change=${() => put(!codes.includes(code), [code])} />
          ${levelTile(level)}
          <span>${question}</span>
        </label>`,
      )}
    </div>
    ${foot}
  </section>`;
}

/** Selects everything that the filter shows. If all of it is selected, deselects it. */
function selectAll(found: readonly StudyQuestion[], { codes, put }: Choice) {
  const all = found.map(({ code }) => code);
  const chosen = all.filter((code) => codes.includes(code)).length;
  const areAllIn = chosen === all.length;
  return html`<label class="check">
    <input type="checkbox" .checked=${live(areAllIn)} .indeterminate=${chosen > 0 && !areAllIn}
      @change=${() => put(!areAllIn, all)} />
    ${all.length === 1 ? 'Select this one' : `Select all ${all.length}`}
  </label>`;
}

function wordsOf({ title, short = '', level, topics: ids }: StudyQuestion): string {
  const labels = [...levels, ...topics].filter(({ id }) => id === level || ids.includes(id));
  return [title, short, ...labels.map(({ label }) => label)].join(' ');
}

/**
 * Shows chosen questions in their order, which buttons and dragging change.
 * @param move puts a question at another place, counted from 0
 * @param control returns what else a line has
 */
export function orderView(
  chosen: readonly StudyQuestion[],
  { paths }: StudyContext,
  move: (question: StudyQuestion, place: number) => void,
  control: (question: StudyQuestion) => unknown = () => nothing,
) {
  const lineView = (question: StudyQuestion, place: number) => {
    const { code, title, slug, label = title, level } = question;
    const drag = ({ dataTransfer }: DragEvent) => dataTransfer?.setData('text/plain', code);
    const drop = (event: DragEvent) => {
      event.preventDefault();
      const dragged = event.dataTransfer?.getData('text/plain');
      const moved = chosen.find((one) => one.code === dragged);
      if (moved !== undefined) move(moved, place);
    };
    const moveButton = (way: 'up' | 'down', to: number) => {
      const isPossible = to in chosen;
      const press = ({ currentTarget }: Event) => {
        if (isPossible) move(question, to);
        // When a button moves with its question, it loses the focus.
        (currentTarget as HTMLElement).focus();
      };
      // The button isn't "disabled," so that the focus isn't lost at the end of the list.
      return html`<button type="button" class="quiet" aria-label="Move ${way}: ${title}"
        aria-disabled=${!isPossible} @click=${press}>
        ${way === 'up' ? '↑' : '↓'}
      </button>`;
    };
    return html`<li @dragover=${(event: DragEvent) => event.preventDefault()} @drop=${drop}>
      <span class="place" draggable="true" @dragstart=${drag}>${place + 1}</span>
      ${levelTile(level)}
      <a href=${paths.question(slug)} title=${title}>${label}</a>
      <span class="set-buttons">
        ${moveButton('up', place - 1)} ${moveButton('down', place + 1)} ${control(question)}
      </span>
    </li>`;
  };
  return html`<ol class="plain set-list">${repeat(chosen, ({ code }) => code, lineView)}</ol>`;
}
