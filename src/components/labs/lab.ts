import type { ChoiceControl, Control, Values } from '../../domain/labs/control.ts';
import type { Markup } from '../markup.ts';

export interface LabView {
  /** The verdict, in large letters: a number, or two or three words. */
  readonly value: string;
  /** In a few words. */
  readonly unit: string;
  /** In one or two sentences, which are announced. */
  readonly result: string;
  /** SVG, or interactive HTML, in the colors of the theme. */
  readonly figure: Markup;
  /** Reasons, more charts. */
  readonly more?: Markup;
  /** The same in numbers: for screen readers, for copying, for print. */
  readonly table: LabTable;
}

export interface LabTable {
  readonly caption: string;
  /** The first column names the row. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export type Guess = SliderGuess | ChoiceGuess;

interface GuessBase {
  /** In a candidate's words, with everything needed for a guess. */
  readonly question: string;
  /** Why it is so: the end of the sentence "You guessed 60, but the answer is 8: …". */
  readonly because: string;
}

export interface SliderGuess extends GuessBase, ReturnType<typeof between> {
  /** What is guessed, above the slider. */
  readonly label: string;
  readonly truth: number;
  /** The largest error that still counts as right. */
  readonly near: number;
}

/** The slider of a guess. @param write with its unit, such as `60 of 100` */
export function between(
  [min, max, step]: readonly [number, number, number],
  write: (value: number) => string,
  isLog = false,
) {
  return { kind: 'slider', min, max, step, write, isLog } as const;
}

/** The slider of a guess from 0 to `max`. */
export function outOf(max: number) {
  return between([0, max, 1], (count) => `${count} of ${max}`);
}

interface ChoiceGuess extends GuessBase, Pick<ChoiceControl, 'kind' | 'options'> {
  readonly truth: string;
}

export interface Challenge {
  readonly task: string;
  /** @param values checked by `readValues` */
  readonly isMet: (values: Values) => boolean;
  /** Values that solve it; the others keep their initial values. */
  readonly solution: Values;
}

/**
 * A lab: `src/components/labs/<id>/lab.ts` exports one as `lab`. Pure: the page shows its view
 * for the initial values, and the same code answers in the browser.
 */
export interface Lab {
  /** Its folder name, also used in links; never changed. */
  readonly id: string;
  readonly title: string;
  /** Other words that find it in search. */
  readonly aliases: readonly string[];
  readonly theme: keyof typeof labThemes;
  /** The picture on its card: what it is about and the question it asks, without the answer. */
  readonly still: {
    /** The given value, such as "1%" and "prevalence". */
    readonly value: string;
    readonly unit: string;
    readonly question: string;
    /** SVG in a box of 320 by 150, below y = 60; classes as in `lab-cards.css`. */
    readonly drawing: string;
  };
  readonly guess: Guess;
  readonly controls: readonly Control[];
  /** @param values checked by `readValues` */
  readonly view: (values: Values) => LabView;
  /** Other controls that change with one: a new product needs a new answer. */
  readonly follow?: (now: Values, before: Values) => Values;
  readonly challenges: readonly [Challenge, Challenge];
  /** What many people believe, in their words. */
  readonly misconception: string;
  /** What to say in the interview: two sentences of at most twenty words. */
  readonly say: string;
  /** Codes of the questions whose pages show it. */
  readonly questions: readonly string[];
  /** Ids of the source records of its formula, rule, or data, named below the lab. */
  readonly sources: readonly string[];
}

/** The groups of labs, in their order on the page of labs. */
export const labThemes = {
  accuracy: 'Accuracy and evidence',
  use: 'Safety in use',
  data: 'Data and search',
  rules: 'Rules and privacy',
  money: 'Money and priorities',
} as const;

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

/** The record selected in a menu. @throws RangeError if there is none */
export function recordOf<R>(records: Readonly<Record<string, R>>, values: Values, name: string): R {
  const record = records[textOf(values, name)];
  if (record === undefined) throw new RangeError(`There is no such ${name}.`);
  return record;
}

/** The options of a menu from records by value. */
export function namesOf(records: Readonly<Record<string, { readonly name: string }>>) {
  return Object.fromEntries(Object.entries(records).map(([value, { name }]) => [value, name]));
}
