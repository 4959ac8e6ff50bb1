import { initialValues } from '../../domain/labs/control.ts';
import { type Markup, markup } from '../markup.ts';
import type { Lab } from './lab.ts';
import { labForm } from './lab-form.ts';
import { labOutput } from './lab-output.ts';

/** A lab before anything was moved. The form is for scripts to show: it does nothing without. */
export function labBody(lab: Lab): Markup {
  const { title, task, say, controls, view } = lab;
  return markup`<p>${task}</p>
<form hidden aria-label="${title}" autocomplete="off">${labForm(lab)}</form>
<p class="sr-only" role="status" data-said></p>
<div data-output>${labOutput(view(initialValues(controls)))}</div>
<p class="lab-say"><strong>What to say:</strong> ${say}</p>`;
}
