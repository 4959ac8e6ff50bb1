import type { LabView } from '../src/components/labs/lab.ts';
import { labRest, labStage } from '../src/components/labs/lab-output.ts';
import { type Markup, markup } from '../src/components/markup.ts';

/** Everything that a lab shows for some values, as one text. */
export function labOutput(view: LabView): Markup {
  return markup`${labStage(view)}${view.result}${labRest(view)}`;
}
