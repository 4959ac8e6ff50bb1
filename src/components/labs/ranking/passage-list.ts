import { type Markup, markup } from '../../markup.ts';

/** A passage at its rank. */
export interface RankedPassage {
  /** Its letter in the order. */
  readonly letter: string;
  readonly title: string;
  readonly grade: number;
}

interface ListState {
  /** Letters in rank order. */
  readonly order: string;
  readonly k: number;
}

/** The list with buttons that move a passage; a bar says its grade. */
export function passageList(ranked: readonly RankedPassage[], state: ListState): Markup {
  return markup`<ol class="ranking-list lab-press" aria-label="Passages in rank order">${ranked.map(
    (passage, index) =>
      markup`<li${index === state.k - 1 ? markup` class="ranking-cut" data-cut="k = ${state.k}"` : undefined}><span class="ranking-title">${passage.title}</span><span class="ranking-grade">${bar(passage.grade)} grade ${passage.grade}</span>${moves(passage, index, state)}</li>`,
  )}</ol>`;
}

function bar(grade: number): Markup {
  return markup`<svg viewBox="0 0 36 12" aria-hidden="true">${[0, 1, 2].map(
    (step) =>
      markup`<path class="${step < grade ? 'fill-c' : 'fill-faint'}" d="M${12 * step} 0h10v12h-10z"/>`,
  )}</svg>`;
}

function moves({ letter, title }: RankedPassage, index: number, state: ListState): Markup {
  const move = (word: string, by: number): Markup => {
    const order = moved(state.order, index, by);
    // A button that can't move any more stays, so that the focus has a place.
    const isEnd = order === state.order;
    return markup`<button type="button" data-set="order=${order}" data-key="${word}-${letter}"${isEnd ? markup` aria-disabled="true"` : undefined} aria-label="${word}: “${title}”, now rank ${index + 1}">${by < 0 ? '↑' : '↓'}</button>`;
  };
  return markup`<span class="ranking-move">${move('Up', -1)}${move('Down', 1)}</span>`;
}

/** Buttons that grade each passage, in the order of the list. */
export function gradeList(ranked: readonly RankedPassage[], grades: string): Markup {
  return markup`<details class="ranking-grades"><summary>Change the grades</summary>${ranked.map(
    ({ letter, title, grade }) =>
      markup`<div role="group" aria-label="Grade of “${title}”"><span>${title}</span>${[
        0, 1, 2, 3,
      ].map(
        (option) =>
          markup` <button type="button" data-set="grades=${withGrade(grades, letter, option)}" data-key="grade-${letter}-${option}" aria-pressed="${String(option === grade)}" aria-label="Grade ${option}">${option}</button>`,
      )}</div>`,
  )}</details>`;
}

/** The order after one letter has changed places with a neighbor; the same at an end. */
function moved(order: string, index: number, by: number): string {
  const letters = [...order];
  const [one, other] = [letters[index], letters[index + by]];
  if (one === undefined || other === undefined) return order;
  letters[index] = other;
  letters[index + by] = one;
  return letters.join('');
}

function withGrade(grades: string, letter: string, grade: number): string {
  const at = letter.charCodeAt(0) - 97;
  return `${grades.slice(0, at)}${grade}${grades.slice(at + 1)}`;
}
