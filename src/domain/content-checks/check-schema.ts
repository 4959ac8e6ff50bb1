import { z } from 'astro/zod';
import { closest } from '../words/closest.ts';
import { type Issue, type IssueKind, shown } from './issue.ts';
import type { LocatedYaml } from './read-yaml.ts';

type ZodIssue = z.core.$ZodIssue;
type Problem = Pick<Issue, 'kind' | 'what' | 'expected' | 'found' | 'fix'>;

/** A value checked against its schema: the parsed value, or every problem with its position. */
export type Checked<T> = { readonly value: T; readonly issues: readonly [] } | Failed;
interface Failed {
  readonly value: undefined;
  readonly issues: readonly Issue[];
}

/** Checks YAML against a schema and reports the position of each problem. */
export function checkSchema<S extends z.ZodType>(
  file: string,
  yaml: LocatedYaml,
  schema: S,
): Checked<z.infer<S>> {
  if (yaml.issues.length > 0) return { value: undefined, issues: yaml.issues };
  const result = schema.safeParse(yaml.value ?? {}, { reportInput: true });
  if (result.success) return { value: result.data, issues: [] };
  const keys = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const issues = result.error.issues.flatMap((issue): Issue[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          ...unknownKey(key, keys),
          file,
          ...yaml.positionOfKey(issue.path, key),
        }))
      : [{ ...toProblem(issue, schema), file, ...yaml.positionOf(issue.path) }],
  );
  return { value: undefined, issues };
}

function unknownKey(key: string, known: readonly string[]): Problem {
  const meant = closest(key, known);
  return {
    kind: 'unknown-key',
    what: `the key "${key}" is unknown`,
    expected: meant === undefined ? `one of ${known.join(', ') || 'the known keys'}` : `"${meant}"`,
    found: `"${key}"`,
    fix: meant === undefined ? 'remove it' : `rename it to "${meant}"`,
  };
}

function toProblem(issue: ZodIssue, schema: z.ZodType): Problem {
  const name = issue.path.map(String).join('.') || 'the front matter';
  const found = shown(issue.input);
  const problem = (kind: IssueKind, what: string, expected: string, fix: string): Problem => ({
    kind,
    what,
    expected,
    found,
    fix,
  });
  if (issue.input === undefined && issue.code !== 'custom') {
    const key = String(issue.path.at(-1) ?? '');
    const about = describe(schema, issue.path);
    return problem('missing-key', `"${name}" is missing`, about, `add \`${key}:\` with ${about}`);
  }
  switch (issue.code) {
    case 'invalid_type':
      return problem(
        'wrong-type',
        `"${name}" has the wrong type`,
        aOrAn(issue.expected),
        `write ${aOrAn(issue.expected)}`,
      );
    case 'invalid_value': {
      const values = issue.values.map(String);
      const meant = closest(String(issue.input), values);
      return problem(
        'wrong-value',
        `"${name}" is not in its vocabulary`,
        meant === undefined ? `one of ${values.join(', ')}` : `"${meant}" or another of its values`,
        meant === undefined ? 'use a value from guide.ts' : `write "${meant}"`,
      );
    }
    case 'too_small':
    case 'too_big': {
      const expected = limit(issue);
      return problem('wrong-value', `"${name}" is out of range`, expected, `make it ${expected}`);
    }
    default:
      return problem(
        'wrong-value',
        `"${name}" has the wrong format`,
        issue.message,
        `make it ${issue.message}`,
      );
  }
}

function limit(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const unit =
    issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' entries' : '';
  return issue.code === 'too_small'
    ? `at least ${issue.minimum}${unit}`
    : `at most ${issue.maximum}${unit}`;
}

function describe(schema: z.ZodType, path: readonly PropertyKey[]): string {
  let current: unknown = schema;
  for (const key of path) {
    current =
      current instanceof z.ZodObject
        ? current.shape[String(key)]
        : current instanceof z.ZodArray
          ? current.element
          : undefined;
  }
  if (current instanceof z.ZodEnum) return `one of ${current.options.join(', ')}`;
  if (current instanceof z.ZodArray) {
    return current.element instanceof z.ZodObject
      ? `a list of entries with ${Object.keys(current.element.shape).join(', ')}`
      : 'a list';
  }
  if (current instanceof z.ZodNumber) return 'a number';
  if (current instanceof z.ZodObject) return 'keys of its own';
  return 'text';
}

function aOrAn(type: string): string {
  const names: Record<string, string> = {
    string: 'text',
    array: 'a list',
    object: 'keys and values',
    number: 'a number',
    int: 'a whole number',
  };
  return names[type] ?? type;
}
