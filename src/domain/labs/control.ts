/**
 * The controls of a lab, as data: the page draws them, the URL has their values, and a lab's view
 * gets checked values. Names are unique within a lab and part of shared links, so their meaning
 * never changes.
 */

interface ControlBase {
  /** Name in the form and in links: lower case letters. */
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  /** Folded under "More inputs": a lab shows three controls at most. */
  readonly isMore?: boolean;
}

/** A number: a slider with a field next to it, or only the field. */
export interface NumberControl extends ControlBase {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly initial: number;
  /** Shown after the field, such as `%` or `patients`. */
  readonly unit?: string;
  /** Without a slider, for counts in a table. */
  readonly isPlain?: boolean;
  /** The slider is logarithmic, as the chart is; `min` is above 0. */
  readonly isLog?: boolean;
}

export interface ChoiceControl extends ControlBase {
  readonly kind: 'choice';
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly initial: string;
  /** As a menu, for long options. */
  readonly isMenu?: boolean;
}

/** A text that buttons in the figure set; one that doesn't match `pattern` counts as `initial`. */
interface HiddenControl extends ControlBase {
  readonly kind: 'hidden';
  readonly initial: string;
  /** The initial value in the page; `initial` is the meaning of a link without this control. */
  readonly start: string;
  readonly pattern: RegExp;
}

export type Control =
  | NumberControl
  | ChoiceControl
  // A form leaves a switch out when it is off, as it is at first.
  | (ControlBase & { readonly kind: 'switch'; readonly initial: false })
  | (ControlBase & { readonly kind: 'text'; readonly initial: string; readonly maxLength: number })
  | HiddenControl;

/** A number with a slider. @param range lowest, highest, step */
export function slider(
  name: string,
  label: string,
  [min, max, step]: readonly [number, number, number],
  initial: number,
  unit?: string,
  rest: Partial<Pick<NumberControl, 'help' | 'isLog'>> = {},
): NumberControl {
  return { kind: 'number', name, label, min, max, step, initial, ...(unit && { unit }), ...rest };
}

/** The same without a slider. */
export function field(...all: Parameters<typeof slider>): NumberControl {
  return { ...slider(...all), isPlain: true };
}

/** @param options labels by value */
export function choice(
  name: string,
  label: string,
  initial: string,
  options: Readonly<Record<string, string>>,
  rest: Partial<Pick<ChoiceControl, 'help' | 'isMenu'>> = {},
): ChoiceControl {
  return { kind: 'choice', name, label, initial, options: optionsOf(options), ...rest };
}

/** @param labels by value */
export function optionsOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

export function toggle(name: string, label: string, help?: string): Control {
  return { kind: 'switch', name, label, initial: false, ...(help && { help }) };
}

export function hidden(name: string, initial: string, pattern: RegExp, start = initial): Control {
  return { kind: 'hidden', name, label: name, initial, start, pattern };
}

/** Folds controls under "More inputs". */
export function folded(...controls: readonly Control[]): Control[] {
  return controls.map((control) => ({ ...control, isMore: true }));
}

export type ControlValue = number | string | boolean;

export type Values = Readonly<Record<string, ControlValue>>;

/** The values of a link that names none: the worked default. */
export function initialValues(controls: readonly Control[]): Values {
  return Object.fromEntries(controls.map(({ name, initial }) => [name, initial]));
}

/** The values of a lab that was opened without a link. */
export function startValues(controls: readonly Control[]): Values {
  return Object.fromEntries(
    controls.map((one) => [one.name, one.kind === 'hidden' ? one.start : one.initial]),
  );
}

/** Stops of a logarithmic slider between its ends. */
const logStops = 60;

/** The bounds of a control's slider: those of its values, or positions on a logarithmic scale. */
export function sliderRange({ min, max, step, isLog }: NumberControl) {
  return isLog ? { min: 0, max: logStops, step: 1 } : { min, max, step };
}

export function toSlider({ min, max, isLog }: NumberControl, value: number): number {
  return isLog ? (logStops * Math.log(value / min)) / Math.log(max / min) : value;
}

/** The value at the slider's position; on a logarithmic scale, rounded to two digits. */
export function fromSlider(control: NumberControl, place: number): number {
  const { min, max, isLog } = control;
  if (!isLog) return place;
  const exact = min * (max / min) ** (place / logStops);
  const rounded = place <= 0 ? min : place >= logStops ? max : Number(exact.toPrecision(2));
  return readNumber(control, String(rounded));
}

/**
 * Reads values from texts by name, as in a form or a link. Missing and invalid values become the
 * initial value; numbers are clamped to their bounds and rounded to their steps. Never throws.
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
  // Adding up steps causes rounding errors.
  return Number(Math.min(max, stepped).toPrecision(12));
}

export function writeValue(value: ControlValue): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

/** Whether all controls have their initial values, except the named ones. */
export function isUnchanged(
  controls: readonly Control[],
  values: Values,
  ...except: readonly string[]
): boolean {
  const start = startValues(controls);
  return controls.every(({ name }) => except.includes(name) || values[name] === start[name]);
}
