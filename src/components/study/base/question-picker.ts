import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { repeat } from 'lit-html/directives/repeat.js';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import { hasWords } from '../../../domain/words/has-words.ts';
import { levels, topics } from '../../../guide-settings.ts';
import { counted, typedIn } from './format.ts';
import { levelTile, nameOf } from './question-link.ts';

interface QuestionPicker {
  readonly title: string;
  readonly questions: readonly StudyQuestion[];
  /** The codes of the selected questions. */
  readonly codes: readonly string[];
  /** The words that the reader typed. Only questions with these words are shown. */
  readonly filter: string;
  readonly setFilter: (filter: string) => void;
  readonly select: (codes: readonly string[], isIn: boolean) => void;
}

export function questionPicker(picker: QuestionPicker) {
  const { title, questions, codes, filter, setFilter } = picker;
  const shown = questions.filter((question) => hasWords(wordsOf(question), filter));
  const status =
    shown.length === 0
      ? 'No questions match. Try fewer words.'
      : `${counted(shown.length, 'question matches', 'questions match')}.`;
  const hidden = questions.filter(
    (question) => codes.includes(question.code) && !shown.includes(question),
  );
  const also = `Also selected: ${hidden.map(nameOf).join(', ')}.`;
  return html`<section class="panel question-picker no-print" aria-labelledby="choose-title">
    <h2 id="choose-title" tabindex="-1">${title}</h2>
    <div class="row">
      <input type="search" autocomplete="off" placeholder="Filter"
        aria-label="Filter by words in the question, its level, or its topics"
        .value=${filter} @input=${(event: Event) => setFilter(typedIn(event))}
        @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && event.preventDefault()} />
      ${shown.length === 0 ? nothing : selectAll(shown, picker)}
    </div>
    <p role="status" class="note">${shown.length < questions.length ? status : ''}</p>
    <div class="choices" role="group" aria-labelledby="choose-title">
      ${repeat(
        levels.filter(({ id }) => shown.some(({ level }) => level === id)),
        ({ id }) => id,
        (level) => levelView(level, shown, picker),
      )}
    </div>
    ${hidden.length > 0 ? html`<p class="note">${also}</p>` : nothing}
  </section>`;
}

/** A level's questions in a fold. The first level is open, and so are all that match a filter. */
function levelView(
  { id, label }: (typeof levels)[number],
  shown: readonly StudyQuestion[],
  { questions, codes, filter, select }: QuestionPicker,
) {
  const inLevel = shown.filter(({ level }) => level === id);
  const picked = inLevel.filter(({ code }) => codes.includes(code)).length;
  const count = counted(inLevel.length, 'question');
  const isOpen = filter.trim() !== '' || id === questions[0]?.level;
  return html`<details ?open=${isOpen}>
    <summary>
      ${levelTile(id)} <span>${label}</span>
      <span class="note push">${picked === 0 ? count : `${picked} of ${count}`}</span>
    </summary>
    ${repeat(
      inLevel,
      ({ code }) => code,
      ({ code, title }) => html`<label class="check">
        <input type="checkbox" .checked=${live(codes.includes(code))}
          @change=${() => select([code], !codes.includes(code))} />
        <span>${title}</span>
      </label>`,
    )}
  </details>`;
}

/**
 * A checkbox that selects all questions that match the filter or, if all of them are selected,
 * deselects them.
 */
function selectAll(shown: readonly StudyQuestion[], { codes, select }: QuestionPicker) {
  const all = shown.map(({ code }) => code);
  const chosen = all.filter((code) => codes.includes(code)).length;
  const areAllIn = chosen === all.length;
  return html`<label class="check">
    <input type="checkbox" .checked=${live(areAllIn)} .indeterminate=${chosen > 0 && !areAllIn}
      @change=${() => select(all, !areAllIn)} />
    ${all.length === 1 ? 'Select this one' : `Select all ${all.length}`}
  </label>`;
}

function wordsOf({ title, short = '', level, topics: ids }: StudyQuestion): string {
  const labels = [...levels, ...topics].filter(({ id }) => id === level || ids.includes(id));
  return [title, short, ...labels.map(({ label }) => label)].join(' ');
}
