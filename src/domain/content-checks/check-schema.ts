import { z } from 'astro/zod';
import { closest } from '../words/closest.ts';
import { type Issue, type IssueKind, issueAt, type Problem, shown } from './issue.ts';
import type { LocatedYaml } from './read-yaml.ts';

/** A value checked against its schema: the parsed value, or every problem with its position. */
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
    const [kind, what, expected, fix] = explain(issue, schema);
    const problem = { what, expected, found: shown(issue.input), fix };
    return [issueAt(kind, file, yaml.positionOf(issue.path), problem)];
  });
  return { value: undefined, issues };
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

type Explained = [kind: IssueKind, what: string, expected: string, fix: string];

function explain(issue: z.core.$ZodIssue, schema: z.ZodType): Explained {
  const name = issue.path.map(String).join('.') || 'the front matter';
  if (issue.input === undefined && issue.code !== 'custom') {
    const key = String(issue.path.at(-1) ?? '');
    const about = describe(schema, issue.path);
    return ['missing-key', `"${name}" is missing`, about, `add \`${key}:\` with ${about}`];
  }
  switch (issue.code) {
    case 'invalid_type': {
      const type = typeNames[issue.expected] ?? issue.expected;
      return ['wrong-type', `"${name}" has the wrong type`, type, `write ${type}`];
    }
    case 'invalid_value': {
      const values = issue.values.map(String);
      const meant = closest(String(issue.input), values);
      const what = `"${name}" has an unknown value`;
      return meant === undefined
        ? ['wrong-value', what, `one of ${values.join(', ')}`, 'use a value from guide.ts']
        : ['wrong-value', what, `"${meant}" or another allowed value`, `write "${meant}"`];
    }
    case 'too_small':
    case 'too_big': {
      const unit = units[issue.origin] ?? '';
      const expected =
        issue.code === 'too_small'
          ? `at least ${issue.minimum}${unit}`
          : `at most ${issue.maximum}${unit}`;
      return ['wrong-value', `"${name}" is out of range`, expected, `make it ${expected}`];
    }
    default: {
      const { message } = issue;
      return ['wrong-value', `"${name}" has the wrong format`, message, `make it ${message}`];
    }
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

function describe(schema: z.ZodType, path: readonly PropertyKey[]): string {
  let current: unknown = schema;
  for (const key of path) {
    if (current instanceof z.ZodObject) current = current.shape[String(key)];
    else current = current instanceof z.ZodArray ? current.element : undefined;
  }
  if (current instanceof z.ZodEnum) return `one of ${current.options.join(', ')}`;
  if (current instanceof z.ZodArray) {
    return current.element instanceof z.ZodObject
      ? `a list of entries with ${Object.keys(current.element.shape).join(', ')}`
      : 'a list';
  }
  if (current instanceof z.ZodNumber) return 'a number';
  return current instanceof z.ZodObject ? 'nested keys' : 'text';
}
