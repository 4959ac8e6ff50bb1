import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { questionsIn } from '../../../domain/mock/draw.ts';
import { mostMinutes, mostQuestions } from '../../../domain/mock/mock-link.ts';
import { suggestMinutes } from '../../../domain/mock/suggest-minutes.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import { levels, topics } from '../../../guide.ts';
import { counted } from '../base/format.ts';

/** What the reader has put into the form of the draw. */
export interface DrawForm {
  readonly count: number;
  /** Minutes in all; undefined follows the suggestion. */
  readonly minutes: number | undefined;
  /** Ids; none means all. */
  readonly levels: readonly string[];
  readonly topics: readonly string[];
}

/** The form as it is at first. */
export const newDraw: DrawForm = { count: 5, minutes: undefined, levels: [], topics: [] };

const defaultMinutes = 30;

/** Usual lengths, each with as many questions as it has time for. */
const lengths = [
  { minutes: 20, count: 3 },
  { minutes: 30, count: 5 },
  { minutes: 45, count: 8 },
] as const;

/** Minutes that the form asks for. */
export function minutesOf(form: DrawForm, pool: readonly StudyQuestion[]): number {
  return (
    form.minutes ?? suggestMinutes(questionsIn(pool, form), form.count)?.inAll ?? defaultMinutes
  );
}

/** Chooses what to draw from. */
export function drawView(
  state: {
    readonly form: DrawForm;
    readonly pool: readonly StudyQuestion[];
    /** Whether drawing is what the reader most likely wants. */
    readonly isMain: boolean;
  },
  actions: { readonly change: (form: DrawForm) => void; readonly draw: () => void },
): TemplateResult {
  const { form, pool, isMain } = state;
  const fitting = questionsIn(pool, form);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (fitting.length > 0) actions.draw();
  };
  return html`<h2 tabindex="-1">Draw a mock interview</h2>
    <p>
      Questions are drawn at random and asked in the order of the levels. You get a link that holds
      the draw: everybody who opens it gets the same questions in the same order.
    </p>
    <form class="panel ${isMain ? 'main' : ''} stack" @submit=${submit}>
      ${numbersView(state, actions.change)}
      <fieldset class="stack">
        <legend>Levels</legend>
        <p class="note">Choose none for all.</p>
        <div class="choices">${choices(levels, form, 'levels', actions.change, pool)}</div>
      </fieldset>
      <details>
        <summary>
          Topics${form.topics.length === 0 ? ': all' : `: ${form.topics.length} chosen`}
        </summary>
        <fieldset class="stack">
          <legend class="sr-only">Topics</legend>
          <p class="note">Choose none for all. A question needs one of the topics.</p>
          <div class="choices">${choices(topics, form, 'topics', actions.change, pool)}</div>
        </fieldset>
      </details>
      <p role="status">${fittingText(fitting.length, form.count)}</p>
      <div class="row">
        <button class=${isMain ? 'primary' : ''} ?disabled=${fitting.length === 0}>
          Draw the questions
        </button>
      </div>
    </form>`;
}

function numbersView(
  { form, pool }: { readonly form: DrawForm; readonly pool: readonly StudyQuestion[] },
  change: (form: DrawForm) => void,
): TemplateResult {
  const suggested = suggestMinutes(questionsIn(pool, form), form.count);
  return html`<div class="row" role="group" aria-label="Length">
      ${lengths.map(
        ({ minutes, count }) =>
          html`<button
            type="button"
            aria-pressed=${form.count === count && minutesOf(form, pool) === minutes}
            @click=${() => change({ ...form, count, minutes })}
          >
            ${minutes} minutes, ${count} questions
          </button>`,
      )}
    </div>
    <div class="row end">
      <label class="field">
        Questions
        <input
          type="number"
          name="count"
          required
          min="1"
          max=${mostQuestions}
          .value=${live(String(form.count))}
          @change=${(event: Event) =>
            change({ ...form, count: numberIn(event, mostQuestions) ?? form.count })}
        />
      </label>
      <label class="field">
        Minutes in all
        <input
          type="number"
          name="minutes"
          required
          min="1"
          max=${mostMinutes}
          aria-describedby="minutes-hint"
          .value=${live(String(minutesOf(form, pool)))}
          @change=${(event: Event) => change({ ...form, minutes: numberIn(event, mostMinutes) })}
        />
      </label>
    </div>
    <p class="note" id="minutes-hint">
      ${
        suggested === undefined
          ? nothing
          : `Answers alone take about ${counted(suggested.answers, 'minute')}. ${suggested.inAll} in all leave time to think and to ask more.`
      }
    </p>`;
}

/** The whole number in a field, within its limits; undefined if it is empty. */
function numberIn({ target }: Event, most: number): number | undefined {
  const field = target as HTMLInputElement;
  const number = field.valueAsNumber;
  if (Number.isNaN(number)) return undefined;
  return Math.min(most, Math.max(1, Math.round(number)));
}

function choices(
  terms: readonly { readonly id: string; readonly label: string }[],
  form: DrawForm,
  kind: 'levels' | 'topics',
  change: (form: DrawForm) => void,
  pool: readonly StudyQuestion[],
): TemplateResult[] {
  const chosen = form[kind];
  return terms.map(({ id, label }) => {
    const toggle = (): void =>
      change({
        ...form,
        [kind]: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id],
      });
    const count = questionsIn(pool, { levels: [], topics: [], [kind]: [id] }).length;
    return html`<label class="check">
      <input type="checkbox" value=${id} .checked=${chosen.includes(id)} @change=${toggle} />
      <span>${label} <span class="note">${count}</span></span>
    </label>`;
  });
}

function fittingText(fitting: number, count: number): string {
  if (fitting === 0) return 'No question fits. Choose more levels or topics.';
  if (fitting < count) {
    return `Only ${counted(fitting, 'question fits', 'questions fit')}: all of them will be drawn.`;
  }
  return `${counted(fitting, 'question fits', 'questions fit')} your choice; ${count} will be drawn.`;
}
