/**
 * The controls of a lab, as data: the page draws them, the address holds their values, and a
 * lab's view gets the values checked. Names are unique within a lab and part of shared links, so
 * they are never given another meaning.
 */

/** What every control has. */
interface ControlBase {
  /** Name in the form and in links: lower case letters. */
  readonly name: string;
  /** What it is, for the reader. */
  readonly label: string;
  /** One sentence more, if the label is not enough. */
  readonly help?: string;
}

/** A number: a slider and a field beside it, or the field alone. */
export interface NumberControl extends ControlBase {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly initial: number;
  /** Shown behind the field, such as `%` or `patients`. */
  readonly unit?: string;
  /** Without the slider: for counts in a table. */
  readonly isPlain?: boolean;
}

/** One of a few options. */
export interface ChoiceControl extends ControlBase {
  readonly kind: 'choice';
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly initial: string;
}

/** Yes or no. */
export interface SwitchControl extends ControlBase {
  readonly kind: 'switch';
  readonly initial: boolean;
}

/** A line of text that the reader types. */
export interface TextControl extends ControlBase {
  readonly kind: 'text';
  readonly initial: string;
  readonly maxLength: number;
}

/**
 * A text that buttons in the figure set (`data-set="name=value"`): an order, a selection. What
 * does not match `pattern` counts as `initial`.
 */
export interface HiddenControl extends ControlBase {
  readonly kind: 'hidden';
  readonly initial: string;
  readonly pattern: RegExp;
}

/** A control of a lab. */
export type Control = NumberControl | ChoiceControl | SwitchControl | TextControl | HiddenControl;

/** Value of a control. */
export type ControlValue = number | string | boolean;

/** Values by the names of their controls. */
export type Values = Readonly<Record<string, ControlValue>>;

/** The values with which a lab opens. */
export function initialValues(controls: readonly Control[]): Values {
  return Object.fromEntries(controls.map(({ name, initial }) => [name, initial]));
}

/**
 * Reads values from texts by name, as a form or a link has them. What is missing or is no value
 * of its control counts as the initial one; numbers are kept within their bounds and on their
 * steps. Never throws.
 */
export function readValues(
  controls: readonly Control[],
  text: (name: string) => string | null | undefined,
): Values {
  return Object.fromEntries(
    controls.map((control) => [control.name, readValue(control, text(control.name) ?? undefined)]),
  );
}

function readValue(control: Control, text: string | undefined): ControlValue {
  if (text === undefined) return control.initial;
  switch (control.kind) {
    case 'number':
      return readNumber(control, text);
    case 'choice':
      return control.options.some(({ value }) => value === text) ? text : control.initial;
    case 'switch':
      return text === 'yes' ? true : text === 'no' ? false : control.initial;
    case 'text':
      return text.slice(0, control.maxLength);
    case 'hidden':
      return control.pattern.test(text) ? text : control.initial;
  }
}

function readNumber({ min, max, step, initial }: NumberControl, text: string): number {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(number)) return initial;
  const stepped = min + Math.round((Math.min(max, Math.max(min, number)) - min) / step) * step;
  // Adding up steps leaves traces of rounding.
  return Number(Math.min(max, stepped).toPrecision(12));
}

/** Writes a value as forms and links have it. */
export function writeValue(value: ControlValue): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}
