import {
  type ChoiceControl,
  type Control,
  type NumberControl,
  sliderRange,
  toSlider,
  writeValue,
} from '../../domain/labs/control.ts';
import { type Markup, markup } from '../markup.ts';
import type { Lab } from './lab.ts';

/** The controls of a lab: what matters first, the rest folded. */
export function labForm({ id, controls }: Pick<Lab, 'id' | 'controls'>): Markup {
  const group = (isMore: boolean): Markup =>
    markup`<div class="lab-controls">${controls
      .filter((control) => (control.isMore === true) === isMore)
      .map((control) => controlMarkup(id, control))}</div>`;
  const hasMore = controls.some(({ isMore }) => isMore);
  return markup`${group(false)}${hasMore ? markup`<details class="lab-inputs"><summary>More inputs</summary>${group(true)}</details>` : undefined}<p><button type="reset">Reset</button></p>`;
}

/** @param lab id of the lab, so that ids are unique on the page */
function controlMarkup(lab: string, control: Control): Markup {
  const { name, label, help } = control;
  const id = `${lab}-${name}`;
  const described = help === undefined ? '' : markup` aria-describedby="${id}-help"`;
  const more = help === undefined ? '' : markup`<p class="small" id="${id}-help">${help}</p>`;
  switch (control.kind) {
    case 'number':
      return markup`<div class="lab-control"><label for="${id}">${label}</label>${
        control.isPlain ? '' : slider(control)
      }<span class="lab-number"><input type="number" id="${id}" name="${name}" ${range(control)} value="${writeValue(control.initial)}"${described} autocomplete="off"> ${control.unit}</span>${more}</div>`;
    case 'choice':
      return choice(id, control, more);
    case 'switch':
      return markup`<div class="lab-control"><label><input type="checkbox" name="${name}"${
        control.initial ? ' checked' : ''
      }> ${label}</label>${more}</div>`;
    case 'text':
      return markup`<div class="lab-control"><label for="${id}">${label}</label><input type="text" id="${id}" name="${name}" value="${control.initial}" maxlength="${control.maxLength}" spellcheck="false" autocapitalize="off" autocomplete="off"${described}>${more}</div>`;
    case 'hidden':
      return markup`<input type="hidden" name="${name}" value="${control.initial}">`;
  }
}

function choice(id: string, control: ChoiceControl, more: Markup | string): Markup {
  const { name, label, options, initial, isMenu } = control;
  if (isMenu) {
    return markup`<div class="lab-control"><label for="${id}">${label}</label><select id="${id}" name="${name}" autocomplete="off">${options.map(
      (option) =>
        markup`<option value="${option.value}"${option.value === initial ? ' selected' : ''}>${option.label}</option>`,
    )}</select>${more}</div>`;
  }
  return markup`<fieldset class="lab-control"><legend>${label}</legend>${options.map(
    (option) =>
      markup`<label><input type="radio" name="${name}" value="${option.value}"${
        option.value === initial ? ' checked' : ''
      }> ${option.label}</label>`,
  )}${more}</fieldset>`;
}

function slider(control: NumberControl): Markup {
  const { name, label, initial, unit, isLog } = control;
  const spoken = isLog ? markup` aria-valuetext="${writeValue(initial)} ${unit}"` : '';
  return markup`<input type="range" data-of="${name}" ${range(sliderRange(control))} value="${writeValue(toSlider(control, initial))}"${spoken} aria-label="${label}" autocomplete="off">`;
}

function range({ min, max, step }: Pick<NumberControl, 'min' | 'max' | 'step'>): Markup {
  // As texts: a step may be finer than the numbers of figures.
  return markup`min="${String(min)}" max="${String(max)}" step="${String(step)}"`;
}
