/**
 * Renders the parts of a lab that depend on its settings or on the guess. The build and the browser
 * share this code.
 */
import type { LabRecord } from '../../domain/guide/build-guide.ts';
import { sliderRange, toSlider } from '../../domain/labs/control.ts';
import { type Need, progressOf } from '../../domain/labs/goals.ts';
import { type Markup, markup } from '../markup.ts';
import { drawing } from './draw.ts';
import { guessControl, writeGuess } from './guess.ts';
import type { LabTable, LabView } from './lab.ts';
import { pictureMarkup } from './picture.ts';

type Guess = LabRecord['guess'];

export function verdictMarkup({ value, unit }: Pick<LabView, 'value' | 'unit'>): Markup {
  return markup`<strong>${value}</strong> <span>${unit}</span>`;
}

/**
 * Draws the scale for the guess with the current value and, if given, the goal and the guess.
 * If the guess is a choice of options, lists the options and marks the right and the chosen one
 * instead.
 */
export function stripMarkup(
  guess: Guess,
  { measures }: Pick<LabView, 'measures'>,
  guessed?: string | number,
  wanted?: number,
): Markup {
  if (guess.kind === 'choice') {
    return markup`<ul class="lab-options">${Object.entries(guess.options).map(([value, label]) => {
      const isTruth = value === guess.truth;
      const isGuess = value === guessed;
      const marks = markup`${isTruth && markup` data-truth`}${isGuess && markup` class="guess-mark"`}`;
      const note = isGuess && markup`<span class="sr-only"> (your guess)</span>`;
      return markup`<li${marks}>${isTruth && '✓ '}${label}${note}</li>`;
    })}</ul>`;
  }
  const control = guessControl(guess);
  const { min, max } = sliderRange(control);
  const at = (value: number): number => {
    const share = (toSlider(control, value) - min) / (max - min);
    return 8 + 584 * Math.min(1, Math.max(0, Number.isNaN(share) ? 0 : share));
  };
  const now = Number(measures[guess.measure]);
  const parts = [
    `${guess.label}: ${Number.isFinite(now) ? writeGuess(guess, now) : 'none'}`,
    ...(wanted === undefined ? [] : [`goal ${writeGuess(guess, wanted)}`]),
    ...(typeof guessed === 'number' ? [`your guess ${writeGuess(guess, guessed)}`] : []),
  ];
  const label = (value: number, y: number, text: string): Markup => {
    const x = at(value);
    const anchor = x > 500 ? 'end' : x < 100 ? 'start' : 'middle';
    return markup`<text x="${x}" y="${y}" text-anchor="${anchor}">${text}</text>`;
  };
  return drawing(
    [600, 72],
    parts.join('; '),
    markup`<path class="lab-track" d="M8 36H592"/><path class="lab-level" d="M8 36H${at(now)}"/>`,
    markup`${
      wanted !== undefined &&
      markup`<path class="mark" d="M${at(wanted)} 25V47"/>${label(wanted, 17, 'Goal')}`
    }`,
    markup`${
      typeof guessed === 'number' &&
      markup`<circle class="guess-mark" cx="${at(guessed)}" cy="36" r="9"/>
        ${label(guessed, 68, `Your guess: ${writeGuess(guess, guessed)}`)}`
    }`,
  );
}

/**
 * If the guess is a number out of a total, returns a square for each case, `lit` of them filled.
 * Otherwise, returns undefined.
 */
export function lightsMarkup(guess: Guess, lit: number): Markup | undefined {
  if (guess.kind === 'choice') return undefined;
  const [, max] = guess.range;
  if (guess.writes !== `{n} of ${max}`) return undefined;
  const columns = max > 20 ? 20 : Math.min(6, max);
  return pictureMarkup({ picture: { squares: [columns, Math.ceil(max / columns), lit] } });
}

export function goalMarkup(
  which: 0 | 1,
  { task }: LabRecord['goals'][number],
  needs: readonly Need[],
): Markup {
  const progress = progressOf(needs);
  const remark = progress === 1 ? 'You’re there. Check it.' : progress > 0.6 ? 'Close.' : '';
  return markup`<div class="lab-goal-head"><h2>Goal ${which + 1} of 2</h2>
    <button type="button" data-solve data-key="solve">Show a solution</button></div><p class="lab-task">${task}</p>
    <progress max="1" value="${progress}" aria-label="Progress to goal ${which + 1}"></progress>
    <ul class="lab-needs">${needs.map(
      ({ label, now, wanted, isMet }) =>
        markup`<li${isMet && markup` data-met`}><span>${label}</span>
          <span><b>${now}</b>${wanted && `, ${wanted}`}${isMet && ' ✓'}</span></li>`,
    )}</ul><p class="lab-remark">${remark}</p>`;
}

/** Returns the markup for a solved goal: a pulse and the goal's conclusion. */
export function wonMarkup(which: 0 | 1, { done }: LabRecord['goals'][number]): Markup {
  return markup`<h2>✓ Goal ${which + 1} solved</h2>
    <svg class="beats" viewBox="0 0 320 32" preserveAspectRatio="none" aria-hidden="true">
      <path class="lit" d="M0 22H120l6-4 5 4h4l5 6 7-27 8 30 4-9h6q7-9 14 0H320"/></svg><p class="lab-task">${done}</p>`;
}

/**
 * Returns the markup for settings from a link. The lab doesn't start with its question, because it
 * may not fit them.
 */
export function sharedMarkup(changed: readonly string[]): Markup {
  return markup`<h2>Shared settings</h2><p class="lab-task">${changed.join('; ') || 'As the lab starts.'}</p>
    <p class="lab-remark"><button type="button" data-ask data-key="ask">Guess first</button></p>`;
}

export function tableMarkup({ caption, columns, rows }: LabTable): Markup {
  return markup`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table>
    <caption>${caption}</caption><thead><tr>${columns.map(
      (column) => markup`<th scope="col">${column}</th>`,
    )}</tr></thead><tbody>${rows.map(
      ([name = '', ...cells]) =>
        markup`<tr><th scope="row">${name}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`,
    )}</tbody></table></div>`;
}
