import {
  type ChoiceControl,
  type Control,
  initialValues,
  type NumberControl,
  sliderRange,
  toSlider,
  writeValue,
} from '../../domain/labs/control.ts';
import { type Markup, markup } from '../markup.ts';
import { guessControl } from './guess.ts';
import type { Guess, Lab } from './lab.ts';
import { labRest, labStage } from './lab-output.ts';

/**
 * A lab with its worked default. With JavaScript, the question comes first, and the rest is hidden
 * until it is answered. Without it, and on paper, only the parts that don't need it appear. The
 * guess is enabled once the code is loaded.
 */
export function labBody(lab: Lab): Markup {
  const { id, title, guess, misconception, say, controls, challenges, view } = lab;
  const worked = view(initialValues(controls));
  return markup`<div class="lab-ask"><p class="lab-question">${guess.question}</p>${guessMarkup(id, guess)}<p class="lab-gap" role="status" tabindex="-1" data-gap></p></div>
<div class="lab-run"><div class="lab-bench"><div class="lab-stage ink" data-stage>${labStage(worked)}</div>
<p class="lab-result" data-result>${worked.result}</p>
<form hidden aria-label="${title}" autocomplete="off">${labForm(lab)}</form></div>
<p class="sr-only" role="status" data-said></p>
<div data-rest>${labRest(worked)}</div>
<p class="lab-tools"><button type="button" data-copy>Copy link to these settings</button> <button type="button" data-export="svg">Save picture (SVG)</button> <button type="button" data-export="csv">Save table (CSV)</button> <button type="button" data-export="copy">Copy table</button> <span class="fine-print" role="status" data-copied></span></p>
<div class="lab-challenges"><p class="lab-label">Challenges</p><ol>${challenges.map(({ task }, at) => markup`<li data-challenge><span>${task}</span> <button type="button" data-solve="${at}">Show a solution</button></li>`)}</ol><p class="lab-save" hidden><button type="button" data-keep>Save a related question for practice</button> <span class="fine-print" role="status" data-save-status></span></p></div>
<dl class="lab-lessons"><dt class="lab-label">Common mistake</dt><dd>“${misconception}”</dd><dt class="lab-label">What to say</dt><dd class="lab-say">“${say}”</dd></dl></div>`;
}

function guessMarkup(id: string, guess: Guess): Markup {
  if (guess.kind === 'choice') {
    return markup`<fieldset class="lab-guess" aria-label="Your guess" disabled>${guess.options.map(
      ({ value, label }) => markup`<button type="button" data-guess="${value}">${label}</button>`,
    )}<button type="button" class="lab-quiet" data-skip>Skip the guess</button></fieldset>`;
  }
  const control = guessControl(guess);
  const { min, max, step } = sliderRange(control);
  return markup`<fieldset class="lab-guess" aria-label="Your guess" disabled><p><label for="${id}-guess">${guess.label}:</label> <output for="${id}-guess" data-guessed>${guess.write(control.initial)}</output></p><input type="range" id="${id}-guess" min="${min}" max="${max}" step="${String(step)}" value="${toSlider(control, control.initial)}" aria-valuetext="${guess.write(control.initial)}" data-guess-slider autocomplete="off"><button type="button" class="button" data-answer>Check my guess</button> <button type="button" class="lab-quiet" data-skip>Skip the guess</button></fieldset>`;
}

function labForm({ id, controls }: Pick<Lab, 'id' | 'controls'>): Markup {
  const group = (isMore: boolean): Markup =>
    markup`<div class="lab-controls">${controls
      .filter((control) => (control.isMore === true) === isMore)
      .map((control) => controlMarkup(id, control))}</div>`;
  const hasMore = controls.some(({ isMore }) => isMore);
  return markup`${group(false)}${hasMore && markup`<details class="lab-inputs"><summary>More inputs</summary>${group(true)}</details>`}<p><button type="reset">Reset</button></p>`;
}

/** @param lab id of the lab, so that ids are unique on the page */
function controlMarkup(lab: string, control: Control): Markup {
  const { name, label, help } = control;
  const id = `${lab}-${name}`;
  const described = help && markup` aria-describedby="${id}-help"`;
  const more = help && markup`<p class="fine-print" id="${id}-help">${help}</p>`;
  switch (control.kind) {
    case 'number':
      return markup`<div class="lab-control"><label for="${id}">${label}</label>${!control.isPlain && slider(control)}<span class="lab-number"><input type="number" id="${id}" name="${name}" ${range(control)} value="${writeValue(control.initial)}"${described} autocomplete="off"> ${control.unit}</span>${more}</div>`;
    case 'choice':
      return choice(id, control, more);
    case 'switch':
      return markup`<div class="lab-control"><label><input type="checkbox" name="${name}" value="yes"> ${label}</label>${more}</div>`;
    case 'text':
      return markup`<div class="lab-control"><label for="${id}">${label}</label><input type="text" id="${id}" name="${name}" value="${control.initial}" maxlength="${control.maxLength}" spellcheck="false" autocapitalize="off" autocomplete="off"${described}>${more}</div>`;
    case 'hidden':
      return markup`<input type="hidden" name="${name}" value="${control.initial}">`;
  }
}

function choice(id: string, control: ChoiceControl, more?: Markup | string): Markup {
  const { name, label, options, initial, isMenu } = control;
  if (isMenu) {
    return markup`<div class="lab-control"><label for="${id}">${label}</label><select id="${id}" name="${name}" autocomplete="off">${options.map(
      ({ value, label: text }) =>
        markup`<option value="${value}"${value === initial && ' selected'}>${text}</option>`,
    )}</select>${more}</div>`;
  }
  return markup`<fieldset class="lab-control"><legend>${label}</legend>${options.map(
    ({ value, label: text }) =>
      markup`<label><input type="radio" name="${name}" value="${value}"${value === initial && ' checked'}> ${text}</label>`,
  )}${more}</fieldset>`;
}

function slider(control: NumberControl): Markup {
  const { name, label, initial, unit, isLog } = control;
  const spoken = isLog ? markup` aria-valuetext="${writeValue(initial)} ${unit}"` : '';
  return markup`<input type="range" data-of="${name}" ${range(sliderRange(control))} value="${writeValue(toSlider(control, initial))}"${spoken} aria-label="${label}" autocomplete="off">`;
}

function range({ min, max, step }: Pick<NumberControl, 'min' | 'max' | 'step'>): Markup {
  // As text, because a step may be finer than the numbers in figures.
  return markup`min="${String(min)}" max="${String(max)}" step="${String(step)}"`;
}
