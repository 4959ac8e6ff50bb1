import type { Control, Values } from '../../domain/labs/control.ts';
import type { Markup } from '../markup.ts';

/** What a lab shows for some values. */
export interface LabView {
  /** What came out, in one or two sentences: shown first, and announced. */
  readonly result: string;
  /** The figure: HTML or SVG in the colors of the theme. */
  readonly figure: Markup;
  /** The same in numbers: for screen readers, for copying, for print. */
  readonly table: LabTable;
}

/** A table of results. The first column names the row. */
export interface LabTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * A lab: `src/components/labs/<id>/lab.ts` exports one as `lab`. Pure: the page shows its view
 * for the initial values, and the same code answers in the browser.
 */
export interface Lab {
  /** Its folder and its place in links; never changed. */
  readonly id: string;
  readonly title: string;
  /** What to do, and what to watch: one or two sentences. */
  readonly task: string;
  readonly controls: readonly Control[];
  /** @param values checked by `readValues` */
  readonly view: (values: Values) => LabView;
  /** What to say in the interview: the sentence that the lab teaches. */
  readonly say: string;
  /** Codes of the questions on whose pages it stands. */
  readonly questions: readonly string[];
  /** From where formula, rule or data are: ids of source records, named below the lab. */
  readonly sources: readonly string[];
}

/** A value that must be a number. @throws TypeError if the lab has no such number */
export function numberOf(values: Values, name: string): number {
  const value = values[name];
  if (typeof value !== 'number') throw new TypeError(`The lab has no number "${name}".`);
  return value;
}

/** A value that must be a text. @throws TypeError if the lab has no such text */
export function textOf(values: Values, name: string): string {
  const value = values[name];
  if (typeof value !== 'string') throw new TypeError(`The lab has no text "${name}".`);
  return value;
}
