import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { isOpen } from '../../../domain/mock/scored-question.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import type { Score } from '../../../domain/progress/records.ts';
import type { Shortcut } from './shortcuts.ts';

type Give = (score: Score, index: number) => void;

interface RubricState {
  /** The prefix for the names of the radio groups. It must be unique on the page. */
  readonly name: string;
  readonly criteria: StudyQuestion['criteria'];
  readonly scores: readonly Score[];
  /** Indexes of criteria that were marked as "not assessed," if these are saved. */
  readonly notAssessed?: readonly number[] | undefined;
  readonly isLocked?: boolean;
  /**
   * The index of the criterion to score next. A criterion without a score counts as "not assessed"
   * if it comes before this one, or if it is in `notAssessed`.
   */
  readonly next: number;
}

export const compareWithGuide = 'Compare with the guide';

export function rubricView(rubric: RubricState, give: Give) {
  return rubric.criteria.map((criterion, index) => criterionView(rubric, criterion, index, give));
}

/**
 * Returns a radio button for each value. Null means "not assessed".
 * @param sentences descriptions of scores, which are shown with the buttons
 */
export function scoreRadios(
  name: string,
  values: readonly Score[],
  score: Score | undefined,
  give: (score: Score) => void,
  sentences: ReadonlyMap<Score, string> = new Map(),
) {
  const radio = (value: Score, index: number) => {
    const sentence = sentences.get(value);
    const id = sentence === undefined ? nothing : `${name}-${value}`;
    const beside = besideText(value, score);
    const look = value === score || beside !== undefined ? 'hit' : '';
    return html`<label .style="--mark: ${index + 1}">
      <input type="radio" name=${name} value=${value ?? 'none'} aria-label=${value ?? 'Not assessed'}
        aria-describedby=${id} .checked=${live(value === score)} @change=${() => give(value)} />
      <b>${value ?? '–'}</b>
      ${
        sentence === undefined
          ? nothing
          : html`<span id=${id} class=${look} data-score=${beside ?? value}>${sentence}</span>`
      }
    </label>`;
  };
  return html`<div class="ratings">${values.map(radio)}</div>`;
}

/** If the score is a 2 or a 4, says how it relates to the scores beside it, such as "Above 3". */
function besideText(value: Score, score: Score | undefined): string | undefined {
  if (value === null || (score !== 2 && score !== 4)) return undefined;
  if (value === score - 1) return `Above ${value}`;
  return value === score + 1 ? `Below ${value}` : undefined;
}

function criterionView(
  { name, scores, notAssessed = [], isLocked = false, next }: RubricState,
  { criterion, one, three, five }: StudyQuestion['criteria'][number],
  index: number,
  give: Give,
) {
  const score = scores[index] ?? (index < next || notAssessed.includes(index) ? null : undefined);
  const sentences = new Map<Score, string>([
    [1, one],
    [3, three],
    [5, five],
  ]);
  const isNext = !isLocked && next === index;
  return html`<fieldset class="criterion" ?disabled=${isLocked} ?data-next=${isNext}
    @click=${keepPointer} @keydown=${dropPointer} @focusout=${dropPointer}>
    <legend>${criterion}</legend>
    ${scoreRadios(`${name}-${index}`, [1, 2, 3, 4, 5, null], score, (value) => give(value, index), sentences)}
  </fieldset>`;
}

/** Notes that the focus is here because of a click or a tap. */
function keepPointer({ currentTarget, detail }: MouseEvent): void {
  // A key that chooses a radio button causes a click, too, but without a number of clicks.
  if (detail > 0) (currentTarget as HTMLElement).dataset['pointed'] = '';
}

/**
 * Notes that the reader has gone on by keyboard. A digit key doesn't show that, because it may be
 * meant for the next criterion.
 */
function dropPointer(event: Event): void {
  if (event instanceof KeyboardEvent && /^\d$/.test(event.key)) return;
  delete (event.currentTarget as HTMLElement).dataset['pointed'];
}

export function guideScoreView(
  guide: { readonly score: number; readonly why: string } | undefined,
  own: Score = null,
) {
  if (guide === undefined) return nothing;
  const compared =
    own === null
      ? `The guide gave ${guide.score}.`
      : own === guide.score
        ? `You both gave ${own}.`
        : `The guide gave ${guide.score}, and you gave ${own}.`;
  return html`<p class="guide-score"><strong>${compared}</strong> ${guide.why}</p>`;
}

/**
 * Returns the index of the first criterion that has no score and isn't marked as "not assessed," or
 * the number of criteria if there is none.
 */
export function firstUnscored(
  criteria: readonly unknown[],
  scores: readonly Score[],
  notAssessed?: readonly number[],
): number {
  const first = criteria.findIndex((_, index) => isOpen({ scores, notAssessed }, index));
  return first === -1 ? criteria.length : first;
}

/**
 * Returns shortcuts that score the focused criterion. If none has the focus, or if the focused one
 * was just scored with a click, they score the first one that is neither scored nor marked as "not
 * assessed." The focus then moves to the next such one.
 * @param after a selector for the element that gets the focus after the last criterion
 */
export function scoreShortcuts(root: HTMLElement, after: string): Shortcut[] {
  return ['1', '2', '3', '4', '5', '0'].map((key) => ({
    key,
    label: key === '0' ? 'Mark the criterion as not assessed' : `Give the criterion a ${key}`,
    run: () => pressScore(root, key === '0' ? 'none' : key, after),
  }));
}

function pressScore(root: HTMLElement, value: string, after: string): void {
  // A folded scorecard isn't scored by accident.
  const open = '.criterion:not(:disabled, details:not([open]) *)';
  const groups = [...root.querySelectorAll<HTMLElement>(open)];
  const isUndecided = (one: HTMLElement) => one.querySelector('input:checked') === null;
  const isClicked = (one: HTMLElement) => one.dataset['pointed'] !== undefined && !isUndecided(one);
  const focused = groups.find((one) => one.contains(document.activeElement) && !isClicked(one));
  const group = focused ?? groups.find(isUndecided);
  if (group === undefined) return;
  group.querySelector<HTMLInputElement>(`[value="${value}"]`)?.click();
  // Skip criteria that are decided. A digit key replaces a score only if that criterion has the
  // focus.
  const next = groups.slice(groups.indexOf(group) + 1).find(isUndecided);
  const target = next?.querySelector('input') ?? root.querySelector<HTMLElement>(after);
  target?.focus({ preventScroll: true });
  (next ?? target)?.scrollIntoView({ block: 'nearest' });
}
