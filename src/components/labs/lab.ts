import type { LabFacts, LabRecord } from '../../domain/guide/build-guide.ts';
import type { Values } from '../../domain/labs/control.ts';
import type { Measures } from '../../domain/labs/goals.ts';
import { fillText, type TextParts } from '../../domain/labs/lab-text.ts';
import type { Markup } from '../markup.ts';

export interface LabView {
  /** The result in large letters: a number or a few words. */
  readonly value: string;
  /** Says what the value is, in a few words. */
  readonly unit: string;
  /** The result in a few sentences. Screen readers announce it. */
  readonly result: string;
  /** The values that the goals and the guess are about. */
  readonly measures: Measures;
  /** SVG or HTML, in the theme's colors. */
  readonly figure: Markup;
  /** Explains the marks in the chart. Shown below the result. */
  readonly note?: string | undefined;
  /** For example, buttons that set values. Shown between the controls and the check button. */
  readonly tools?: Markup | undefined;
  /** Details under "More about this lab". Their heading is the lab's text `more`. */
  readonly more?: Markup | undefined;
  /** Values for the table in the record. */
  readonly parts?: TextParts;
  /**
   * The chart's data as a table, if its rows depend on the settings. The record then has no table.
   */
  readonly table?: LabTable;
}

export interface LabTable {
  readonly caption: string;
  /** The first column names the row. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a lab's code gets from the record in `src/content/labs/<id>.yaml`. */
export interface LabWords<Id extends string = never> {
  readonly id: string;
  readonly facts: LabFacts<Id>;
  readonly controls: LabRecord['controls'];
  readonly say: Say;
}

/**
 * Returns the lab's text with this name, with the parts filled in.
 * @throws RangeError if there is no such text
 */
export type Say = (name: string, parts?: TextParts) => string;

/**
 * A lab's code. The file at `codePath` exports `view`, and also `follow` if one control changes
 * others. Both are pure, because the build shows the view of the initial values, and the same code
 * runs in the browser.
 */
export interface LabCode<Id extends string = never> {
  /**
   * @param values valid values for all controls
   * @param guessed the reader's guess, if there is one
   */
  readonly view: (values: Values, words: LabWords<Id>, guessed?: string | number) => LabView;
  /**
   * Changes other values when one changes. For example, choosing another product resets the answer.
   */
  readonly follow?: (now: Values, before: Values, words: LabWords<Id>) => Values;
}

/** A view with its table, which isn't shown if it has no rows. */
export type ShownLab = LabView & { readonly table: LabTable };

export interface Lab extends LabRecord {
  readonly view: (values: Values, guessed?: string | number) => ShownLab;
  readonly follow: (now: Values, before: Values) => Values;
}

export function joinLab(record: LabRecord, code: LabCode): Lab {
  const { id, controls, texts, facts } = record;
  const words: LabWords = {
    ...{ id, controls },
    // The lab's schema has checked the facts.
    facts: facts as never,
    say: (name, parts = {}) => {
      const text = texts[name];
      if (text === undefined) throw new RangeError(`The lab ${id} has no text "${name}".`);
      return fillText(text, parts);
    },
  };
  return {
    ...record,
    view: (values, guessed) => withTable(record, code.view(values, words, guessed)),
    follow: (now, before) => code.follow?.(now, before, words) ?? now,
  };
}

function withTable({ table }: LabRecord, view: LabView): ShownLab {
  const { caption, columns, rows } = table ?? { caption: '', columns: [], rows: [] };
  const fill = (text: string): string => fillText(text, view.parts ?? {});
  const filled = { caption: fill(caption), columns, rows: rows.map((row) => row.map(fill)) };
  return { table: filled, ...view };
}

/**
 * Returns the path of a lab's code. The folder is named after the lab's id unless the record names
 * another one.
 */
export function codePath({ id, element = id }: Pick<LabRecord, 'id' | 'element'>): string {
  return `./${element}/view.ts`;
}

export function numberOf(values: Values, name: string): number {
  const value = values[name];
  if (typeof value !== 'number') throw new TypeError(`The lab has no number "${name}".`);
  return value;
}

/** Returns a percentage as a share from 0 to 1. */
export function shareOf(values: Values, name: string): number {
  return numberOf(values, name) / 100;
}

export function textOf(values: Values, name: string): string {
  const value = values[name];
  if (typeof value !== 'string') throw new TypeError(`The lab has no text "${name}".`);
  return value;
}

/** @throws RangeError if there is no record with this key */
export function recordOf<R>(records: Readonly<Record<string, R>>, key: string): R {
  const record = records[key];
  if (record === undefined) throw new RangeError(`There is no "${key}".`);
  return record;
}
