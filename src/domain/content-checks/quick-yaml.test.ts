import { describe, expect, it } from 'vitest';
import { quickYaml } from './quick-yaml.ts';

describe('YAML of the plain form', () => {
  it('is read at once', () => {
    const text = `code: 8d8
# A comment.
title: "What is \\"it\\"?"
label: 'It''s a label'
minutes: 2.5
factsCheckedOn: 2026-11-24
topics: [fhir, "a, b"]
rubric:
  - criterion: One
    marks: { one: 30 days, five: 1 }
`;
    expect(quickYaml(text)).toEqual({
      code: '8d8',
      title: 'What is "it"?',
      label: "It's a label",
      minutes: 2.5,
      factsCheckedOn: '2026-11-24',
      topics: ['fhir', 'a, b'],
      rubric: [{ criterion: 'One', marks: { one: '30 days', five: 1 } }],
    });
  });

  it.each([
    ...['', 'a:', 'a: 1\na: 2', 'a: 1\n  b: 2', 'a: null', 'true: 1', '12: 1', 'a: 010', 'a: 0x1f'],
    ...['a: 1e3', 'a: [b', 'a: "b', 'a: &b c', 'a: *b', 'a: !!str 1', 'a: |\n  b', 'a: b\n  c'],
    ...['? a\n: b', '---\na: 1', '%YAML 1.1', 'a:\tb', 'a: "b\n  c"', "a: 'b\n  c'"],
  ])('is not %j, on which the reader that knows places decides', (text) => {
    expect(quickYaml(text)).toBeUndefined();
  });
});
