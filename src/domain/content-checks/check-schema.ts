import { z } from 'astro/zod';
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
  const keys = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const issues = result.error.issues.flatMap((issue): Issue[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        issueAt('unknown-key', file, yaml.positionOfKey(issue.path, key), unknownKey(key, keys)),
      );
    }
    const [kind, what, expected, fix] = explain(issue);
    const problem = { what, expected, found: shown(issue.input), fix };
    return [issueAt(kind, file, yaml.positionOf(issue.path), problem)];
  });
  return { value: undefined, issues };
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

function unknownKey(key: string, known: readonly string[]): Problem {
  const meant = closest(key, known);
  return {
    what: `the key "${key}" is unknown`,
    expected: meant === undefined ? `one of ${known.join(', ') || 'the known keys'}` : `"${meant}"`,
    found: `"${key}"`,
    fix: meant === undefined ? 'remove it' : `rename it to "${meant}"`,
  };
}

type Explained = [kind: string, what: string, expected: string, fix: string];

function explain(issue: z.core.$ZodIssue): Explained {
  const name = issue.path.map(String).join('.') || 'the front matter';
  const expected = expectedBy(issue);
  if (issue.input === undefined && issue.code !== 'custom') {
    const key = String(issue.path.at(-1) ?? '');
    return ['missing-key', `"${name}" is missing`, expected, `add \`${key}:\` with ${expected}`];
  }
  switch (issue.code) {
    case 'invalid_type':
      return ['wrong-type', `"${name}" has the wrong type`, expected, `write ${expected}`];
    case 'invalid_value': {
      const meant = closest(String(issue.input), issue.values.map(String));
      const what = `"${name}" has an unknown value`;
      return meant === undefined
        ? ['wrong-value', what, expected, 'use a value from guide.ts']
        : ['wrong-value', what, `"${meant}" or another allowed value`, `write "${meant}"`];
    }
    case 'too_small':
    case 'too_big':
      return ['wrong-value', `"${name}" is out of range`, expected, `make it ${expected}`];
    default:
      return ['wrong-value', `"${name}" has the wrong format`, expected, `make it ${expected}`];
  }
}

/** Describes the expected value in a few words. For a format, uses the schema's message. */
function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.join(', ')}`;
    case 'too_small':
      return `at least ${issue.minimum}${units[issue.origin] ?? ''}`;
    case 'too_big':
      return `at most ${issue.maximum}${units[issue.origin] ?? ''}`;
    default:
      return issue.message;
  }
}

const units: Readonly<Record<string, string>> = { string: ' characters', array: ' entries' };

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'keys and values',
  number: 'a number',
  int: 'a whole number',
};
