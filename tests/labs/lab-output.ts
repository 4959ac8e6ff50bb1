import type { ShownLab } from '../../src/components/labs/lab.ts';
import { tableMarkup, verdictMarkup } from '../../src/components/labs/lab-output.ts';
import { type Markup, markup } from '../../src/components/markup.ts';

/** Returns everything that a lab shows for some values, as a single piece of markup. */
export function labOutput(view: ShownLab): Markup {
  const { figure, tools, more, result, table } = view;
  return markup`${verdictMarkup(view)}${figure}${tools}${result}${more}${tableMarkup(table)}`;
}
