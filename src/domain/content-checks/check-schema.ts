import { z } from 'astro/zod';
import { counted } from '../../lib/text.ts';
import { closest } from '../words/closest.ts';
import { type Issue, issueAt, type Problem, shown } from './issue.ts';
import type { LocatedYaml } from './read-yaml.ts';

export type Checked<T> =
  | { readonly value: T; readonly issues: readonly [] }
  | { readonly value: undefined; readonly issues: readonly Issue[] };

export function checkSchema<S extends z.ZodType>(
  file: string,
  yaml: LocatedYaml,
  schema: S,
): Checked<z.infer<S>> {
  if (yaml.issues.length > 0) return { value: undefined, issues: yaml.issues };
  const result = schema.safeParse(yaml.value ?? {}, { reportInput: true });
  if (result.success) return { value: result.data, issues: [] };
  const misspelled = new Set<string>();
  const unknown = result.error.issues.flatMap((issue): Issue[] => {
    if (issue.code !== 'unrecognized_keys') return [];
    const keys = keysAt(schema, issue.path);
    return issue.keys.map((key) => {
      const meant = closest(key, keys);
      misspelled.add(nameOf([...issue.path, meant ?? '']));
      const position = yaml.positionOfKey(issue.path, key);
      return issueAt('unknown-key', file, position, unknownKey(key, meant, keys));
    });
  });
  // A value that breaks several rules is reported only once, and a key that is only misspelled
  // isn't also reported as missing.
  const byName = new Map(
    result.error.issues.toReversed().map((issue) => [nameOf(issue.path), issue]),
  );
  const others = [...byName].flatMap(([name, issue]): Issue[] => {
    if (issue.code === 'unrecognized_keys') return [];
    const [kind, what, expected, fix] = explain(issue, name);
    if (kind === 'missing-key' && misspelled.has(name)) return [];
    const problem = { what, expected, found: shown(inputOf(issue)), fix };
    return [issueAt(kind, file, yaml.positionOf(issue.path), problem)];
  });
  return { value: undefined, issues: [...unknown, ...others] };
}

function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return keysAt(schema.unwrap(), path);
  }
  const [key, ...rest] = path;
  if (schema instanceof z.ZodArray) return keysAt(schema.element, rest);
  if (schema instanceof z.ZodRecord) return keysAt(schema.valueType, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  return key === undefined ? Object.keys(schema.shape) : keysAt(schema.shape[String(key)], rest);
}

/** Returns the path in words, such as `"three" in entry 1 of "rubric"`. */
function nameOf(path: readonly PropertyKey[]): string {
  const name = path.reduce<string>((whole, key) => {
    const step = typeof key === 'number' ? `entry ${key + 1}` : `"${String(key)}"`;
    if (whole === '') return step;
    return `${step} ${typeof key === 'number' ? 'of' : 'in'} ${whole}`;
  }, '');
  return name || 'the front matter';
}

/** Returns the valid fields of a record that may have errors in other fields. */
export function validFields<S extends z.ZodObject>(
  { value }: LocatedYaml,
  { shape }: S,
): Partial<z.infer<S>> {
  if (typeof value !== 'object' || value === null) return {};
  const fields = Object.entries(shape);
  const fitting = fields.flatMap(([key, field]) => {
    const parsed = z.safeParse(field, (value as Record<string, unknown>)[key]);
    return Object.hasOwn(value, key) && parsed.success ? [[key, parsed.data]] : [];
  });
  return Object.fromEntries(fitting) as Partial<z.infer<S>>;
}

function unknownKey(key: string, meant: string | undefined, known: readonly string[]): Problem {
  return {
    what: `the key "${key}" is unknown`,
    expected: meant === undefined ? `one of ${known.join(', ') || 'the known keys'}` : `"${meant}"`,
    found: `"${key}"`,
    fix: meant === undefined ? 'remove it' : `rename it to "${meant}"`,
  };
}

type Explained = [kind: string, what: string, expected: string, fix: string];

function explain(issue: z.core.$ZodIssue, name: string): Explained {
  const expected = expectedBy(issue);
  const key = String(issue.path.at(-1) ?? '');
  if (issue.input === undefined && issue.code !== 'custom') {
    return ['missing-key', `${name} is missing`, expected, `add \`${key}:\` with ${expected}`];
  }
  if (issue.input === null) {
    return ['missing-key', `${name} is empty`, expected, `write ${expected} after \`${key}:\``];
  }
  switch (issue.code) {
    case 'invalid_type':
      return ['wrong-type', `${name} has the wrong type`, expected, `write ${expected}`];
    case 'invalid_value': {
      const meant = closest(String(issue.input), issue.values.map(String));
      const what = `${name} has an unknown value`;
      return meant === undefined
        ? ['wrong-value', what, expected, 'use one of these']
        : ['wrong-value', what, `"${meant}" or another allowed value`, `write "${meant}"`];
    }
    case 'invalid_union':
      return ['wrong-value', `${name} has an unknown value`, expected, `write ${expected}`];
    case 'too_small':
    case 'too_big':
      return ['wrong-value', `${name} is out of range`, expected, `make it ${expected}`];
    default:
      return ['wrong-value', `${name} has the wrong format`, expected, `write ${expected}`];
  }
}

/** Describes the expected value in a few words. For a format, returns the schema's message. */
function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      // A custom message says more than the type.
      return issue.message.startsWith('Invalid input')
        ? (typeNames[issue.expected] ?? issue.expected)
        : issue.message;
    case 'invalid_value':
      return `one of ${issue.values.join(', ')}`;
    case 'invalid_union':
      return `one of ${choicesOf(issue).join(', ')}`;
    case 'too_small': {
      const least = issue.inclusive === false ? 'more than' : 'at least';
      return `${least} ${amount(issue.minimum, issue.origin)}`;
    }
    case 'too_big':
      return `at most ${amount(issue.maximum, issue.origin)}`;
    default:
      return issue.message;
  }
}

/** For a union whose kind is unknown, Zod reports all of the value. The problem is only its kind. */
function inputOf({ code, input, path }: z.core.$ZodIssue): unknown {
  const key = path.at(-1);
  const hasKind = code === 'invalid_union' && typeof input === 'object' && input !== null;
  const kind = hasKind ? Object.entries(input).find(([name]) => name === key) : undefined;
  return kind === undefined ? (input ?? undefined) : kind[1];
}

/** Returns the values or types that a union allows, each once. */
function choicesOf(issue: z.core.$ZodIssueInvalidUnion): string[] {
  if ('options' in issue && Array.isArray(issue.options)) return issue.options.map(String);
  return [...new Set(issue.errors.flatMap((branch) => branch.slice(0, 1).map(expectedBy)))];
}

const units: Readonly<Record<string, string>> = { string: 'character', array: 'entry' };

function amount(count: number | bigint, origin: string): string {
  const unit = units[origin];
  if (unit === undefined) return String(count);
  return counted(Number(count), unit, unit === 'entry' ? 'entries' : undefined);
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'keys and values',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};
