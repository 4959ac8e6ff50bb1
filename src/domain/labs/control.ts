/**
 * A lab's controls. The page shows them, the URL contains their values, and the lab's view gets the
 * validated values.
 */
import type { ControlData } from '../../schemas/lab.ts';

export type Control = ControlData;
export type NumberControl = Extract<Control, { readonly kind: 'number' }>;

export type ControlValue = number | string | boolean;

export type Values = Readonly<Record<string, ControlValue>>;

/** Returns the default values, which also apply to links without values. */
export function initialValues(controls: readonly Control[]): Values {
  return Object.fromEntries(controls.map(({ name, initial }) => [name, initial]));
}

/** Returns the values for a lab that is opened without a link. */
export function startValues(controls: readonly Control[]): Values {
  const starts = controls.flatMap((one) =>
    one.kind === 'hidden' && one.start !== undefined ? [[one.name, one.start]] : [],
  );
  return { ...initialValues(controls), ...Object.fromEntries(starts) };
}

/** The number of steps from one end of a logarithmic slider to the other. */
const logStops = 60;

/**
 * Returns the bounds of a control's slider. A linear slider has the same bounds as the values. A
 * logarithmic one has positions from 0 to `logStops`.
 */
export function sliderRange({ range: [min, max, step], log }: NumberControl) {
  return log ? { min: 0, max: logStops, step: 1 } : { min, max, step };
}

export function toSlider({ range: [min, max], log }: NumberControl, value: number): number {
  return log ? (logStops * Math.log(value / min)) / Math.log(max / min) : value;
}

/**
 * Returns the value at a slider's position. On a logarithmic scale, it is rounded to two
 * significant digits (but exact at the ends), and then to the step.
 */
export function fromSlider(control: NumberControl, position: number): number {
  const [min, max] = control.range;
  if (!control.log) return position;
  const exact = min * (max / min) ** (position / logStops);
  const rounded = position <= 0 ? min : position >= logStops ? max : Number(exact.toPrecision(2));
  return readNumber(control, String(rounded));
}

/**
 * Reads values from a form or a link. Uses the initial value if one is missing or invalid. Clamps
 * numbers to their bounds and rounds them to their steps. Never throws.
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
      return Object.hasOwn(control.options, text) ? text : control.initial;
    case 'switch':
      return text === 'yes' ? true : text === 'no' ? false : control.initial;
    case 'text':
      return text.slice(0, control.maxLength);
    case 'hidden':
      return new RegExp(control.pattern).test(text) ? text : control.initial;
  }
}

function readNumber({ range: [min, max, step], initial }: NumberControl, text: string): number {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(number)) return initial;
  const stepped = min + Math.round((Math.min(max, Math.max(min, number)) - min) / step) * step;
  // Removes rounding errors such as the one in 3 × 0.1.
  return Number(Math.min(max, stepped).toPrecision(12));
}

export function writeValue(value: ControlValue): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

/**
 * Formats a value for readers: a number with its unit, such as "12%", the label of a choice, "on"
 * or "off", or text.
 */
export function valueInWords(control: Control, value: ControlValue): string {
  if (control.kind === 'number') {
    const { unit = '' } = control;
    return `${Number(value).toLocaleString('en-US')}${unit.startsWith('%') ? '' : ' '}${unit}`.trim();
  }
  if (control.kind === 'choice') return control.options[String(value)] ?? '';
  return control.kind === 'switch' ? (value ? 'on' : 'off') : String(value);
}
