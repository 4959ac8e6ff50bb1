import type { LabFacts, LabRecord } from '../../domain/guide/build-guide.ts';
import type { Values } from '../../domain/labs/control.ts';
import type { Measures } from '../../domain/labs/goals.ts';
import { fillText, type TextParts } from '../../domain/labs/lab-text.ts';
import type { Markup } from '../markup.ts';

/** What a lab shows at its settings. */
export interface LabView {
  /** The verdict, in large letters: a number, or two or three words. */
  readonly value: string;
  /** In a few words. */
  readonly unit: string;
  /** In one or two sentences, which are announced. */
  readonly result: string;
  /** What goals ask for and what the guess was about. */
  readonly measures: Measures;
  /** SVG, or interactive HTML, in the colors of the theme. */
  readonly figure: Markup;
  /** Buttons that set values, between the controls and the check. */
  readonly tools?: Markup | undefined;
  /** Reasons and more charts, under "More"; the text `more` of the lab is their heading. */
  readonly more?: Markup | undefined;
  /** The same in numbers. */
  readonly table: LabTable;
}

export interface LabTable {
  readonly caption: string;
  /** The first column names the row. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What the code of a lab gets from its record, `src/content/labs/<id>.yaml`. */
export interface LabWords<Id extends string = never> {
  readonly id: string;
  readonly facts: LabFacts<Id>;
  readonly controls: LabRecord['controls'];
  readonly say: Say;
}

/** The text of a lab with that name, with its numbers. @throws RangeError if there is none */
export type Say = (name: string, parts?: TextParts) => string;

/**
 * The code of a lab: `src/components/labs/<id>/lab.ts` exports `view`, and `follow` if a control
 * changes others. Pure: the page shows its view of the initial values, and the same code answers in
 * the browser.
 */
export interface LabCode<Id extends string = never> {
  /**
   * @param values checked by `readValues`
   * @param guessed the reader's guess, if there was one
   */
  readonly view: (values: Values, words: LabWords<Id>, guessed?: string | number) => LabView;
  /** Other controls that change with one: a new product needs a new answer. */
  readonly follow?: (now: Values, before: Values, words: LabWords<Id>) => Values;
}

export interface Lab extends LabRecord {
  readonly view: (values: Values, guessed?: string | number) => LabView;
  readonly follow: (now: Values, before: Values) => Values;
}

/** A lab from its record and its code. */
export function joinLab(record: LabRecord, code: LabCode): Lab {
  const { id, controls, texts, facts } = record;
  const words: LabWords = {
    ...{ id, controls },
    // Checked by the schema of that lab.
    facts: facts as never,
    say: (name, parts = {}) => {
      const text = texts[name];
      if (text === undefined) throw new RangeError(`The lab ${id} has no text "${name}".`);
      return fillText(text, parts);
    },
  };
  return {
    ...record,
    view: (values, guessed) => code.view(values, words, guessed),
    follow: (now, before) => code.follow?.(now, before, words) ?? now,
  };
}

/** A lab's code is in the folder of its id, unless its record names another one. */
export function codePath({ id, element = id }: Pick<LabRecord, 'id' | 'element'>): string {
  return `./${element}/lab.ts`;
}

export function numberOf(values: Values, name: string): number {
  const value = values[name];
  if (typeof value !== 'number') throw new TypeError(`The lab has no number "${name}".`);
  return value;
}

/** A number in percent as a share from 0 to 1. */
export function shareOf(values: Values, name: string): number {
  return numberOf(values, name) / 100;
}

export function textOf(values: Values, name: string): string {
  const value = values[name];
  if (typeof value !== 'string') throw new TypeError(`The lab has no text "${name}".`);
  return value;
}

/** The record with that key. @throws RangeError if there is none */
export function recordOf<R>(records: Readonly<Record<string, R>>, key: string): R {
  const record = records[key];
  if (record === undefined) throw new RangeError(`There is no "${key}".`);
  return record;
}
