/**
 * A lab and its values in the fragment of a URL, format 1: `#lab-<id>?v=1&<name>=<value>…`, for
 * example `#lab-threshold?v=1&cutoff=62`. Names and values are those of the controls
 * (`control.ts`), encoded as in a query string. Values that equal the initial value are left out.
 * Numbers are limited to their range, and other invalid values are read as the initial value.
 */
import { type Control, initialValues, readValues, type Values, writeValue } from './control.ts';

/** Longer fragments aren't parsed. */
const maxLength = 2000;

/** Returns the fragment, including `#`. */
export function writeLabLink(id: string, controls: readonly Control[], values: Values): string {
  const initial = initialValues(controls);
  const changed = controls.flatMap(({ name }): [string, string][] => {
    const value = values[name] ?? '';
    return value === initial[name] ? [] : [[name, writeValue(value)]];
  });
  return `#lab-${id}?${new URLSearchParams([['v', '1'], ...changed])}`;
}

/**
 * Returns the values in a fragment, or undefined if it belongs to another lab or is too long. For
 * another version, these are the initial values. Never throws.
 */
export function readLabLink(
  fragment: string,
  id: string,
  controls: readonly Control[],
): Values | undefined {
  const start = `#lab-${id}?`;
  if (!fragment.startsWith(start) || fragment.length > maxLength) return undefined;
  const query = new URLSearchParams(fragment.slice(start.length));
  if (query.get('v') !== '1') return initialValues(controls);
  return readValues(controls, (name) => query.get(name));
}
