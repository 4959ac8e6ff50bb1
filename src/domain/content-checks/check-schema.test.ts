import { z } from 'astro/zod';
import { expect, it } from 'vitest';
import { checkSchema } from './check-schema.ts';
import { formatIssue } from './issue.ts';
import { readYaml } from './read-yaml.ts';

const control = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('number'), step: z.number().positive().default(1) }),
  z.strictObject({ kind: z.literal('switch'), isOn: z.boolean() }),
]);
const schema = z.strictObject({
  names: z.record(z.string(), z.strictObject({ near: z.string().min(1) })).optional(),
  controls: z.array(control).min(1),
  start: z.union([z.number(), z.boolean()]).optional(),
});

it.each([
  [
    'controls: [{ kind: swich }]',
    'Expected one of number, switch, found "swich". Fix: write one of',
  ],
  [
    'controls: [{ kind: number, step: 0 }]',
    'Expected more than 0, found 0. Fix: make it more than 0',
  ],
  ['controls: [{ kind: switch, isOn: 1 }]', 'Expected true or false'],
  ['controls: []', 'Expected at least 1 entry'],
  [
    'controls: [{ kind: number }]\nstart: soon',
    'Expected one of a number, true or false, found "soon"',
  ],
  ['controls: [{ kind: number }]\nnames: { a: { near: "" } }', 'Expected at least 1 character,'],
  ['controls: [{ kind: number }]\nnames: { a: { neer: b } }', 'Fix: rename it to "near"'],
])('says how to fix %s', (text, message) => {
  const { issues } = checkSchema('a.yaml', readYaml('a.yaml', text), schema);
  expect(issues.map(formatIssue)).toEqual([expect.stringContaining(message)]);
});
