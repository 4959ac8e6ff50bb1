import { type Control, type NumberControl, writeValue } from '../../domain/labs/control.ts';
import { type Markup, markup } from '../markup.ts';
import type { Lab } from './lab.ts';

/** What a lab shows of its values: its controls as real form controls, and what to do with all. */
export function labForm({ id, controls }: Pick<Lab, 'id' | 'controls'>): Markup {
  return markup`<div class="lab-controls">${controls.map((control) => controlMarkup(id, control))}</div>
<p><button type="reset">Back to the start</button> <button type="button" data-copy>Copy link to this setting</button> <span class="small" role="status" data-copied></span></p>`;
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
        control.isPlain ? '' : slider(id, control)
      }<span class="lab-number"><input type="number" id="${id}" name="${name}"${
        control.isPlain ? '' : markup` data-twin="${id}-slider"`
      } ${range(control)}${described} autocomplete="off"> ${control.unit}</span>${more}</div>`;
    case 'choice':
      return markup`<fieldset class="lab-control"><legend>${label}</legend>${control.options.map(
        (option) =>
          markup`<label><input type="radio" name="${name}" value="${option.value}"${
            option.value === control.initial ? ' checked' : ''
          }> ${option.label}</label>`,
      )}${more}</fieldset>`;
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

function slider(id: string, control: NumberControl): Markup {
  return markup`<input type="range" id="${id}-slider" data-of="${control.name}" data-twin="${id}" ${range(control)} aria-label="${control.label}" autocomplete="off">`;
}

function range({ min, max, step, initial }: NumberControl): Markup {
  // As texts: a step may be finer than the numbers of figures.
  return markup`min="${String(min)}" max="${String(max)}" step="${String(step)}" value="${writeValue(initial)}"`;
}
