import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { plainYaml } from '../../src/domain/content-checks/plain-yaml.ts';
import { quickYaml } from '../../src/domain/content-checks/quick-yaml.ts';
import { always } from './fuzz.ts';

const page = `code: 8d8
# A comment.
title: "What is \\"it\\", and what is it \\\\ not?"
label: 'It''s a label'
summary: It has commas, "quotes" and a colon:so
url: https://example.org/a?b=c#d
level: advanced
order: 12
topics: [fhir, "a, b", 'c']
nothing: []
minutes: 2.5
factsCheckedOn: 2026-11-24

rubric:
  - criterion: "One"
    marks:
        one: 30 days
        five: 1
  - criterion: Two
aliases:
  - English, French, Spanish
  - "- quoted"
ledger:
  - { code: z7s, given: 2026-11-24, slugs: [ what-is-samd, a.b ] }
`;

const ofPage = page.split(/(?<=\n)|(?=[^\w\s])|(?<=[^\w\s])|(?<= )/);
const pieces = [
  ...ofPage,
  ...[
    '\n',
    '\n  ',
    '\n    ',
    '  ',
    ' ',
    '\t',
    ': ',
    ':',
    ' #',
    '#',
    '- ',
    '-',
    '? ',
    '|\n',
    '>-\n',
  ],
  ...['&a ', '*a', '!!str ', '<<: *a', '%YAML 1.1\n', '---\n', '...\n', '@', '`', '~', '+', '.'],
  ...['yes', 'null', 'True', 'FALSE', '012', '0o14', '0x1F', '1:30', '1_000', '.inf', '1e3', '2e3'],
  ...[
    '9'.repeat(30),
    '0.10',
    '-1',
    '00',
    '1.',
    '\u00A0',
    '\u3000',
    '👩🏽‍⚕️',
    '\\n',
    '\\',
    '""',
    '{}',
  ],
];
/** The page with some pieces taken out and others put in, and a few pieces by themselves. */
const texts = fc.oneof(
  fc
    .tuple(fc.nat(ofPage.length), fc.nat(3), fc.array(fc.constantFrom(...pieces), { maxLength: 3 }))
    .map(([at, gone, put]) => ofPage.toSpliced(at, gone, ...put).join('')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join('')),
);

/** The value by a reader of all of YAML, with whether anything is wrong with the text. */
function readInFull(text: string): { value: unknown; isRight: boolean } {
  const document = parseDocument(text, { uniqueKeys: false, logLevel: 'error' });
  const problems = [
    ...document.errors,
    ...document.warnings,
    ...plainYaml('a.yaml', document, () => ({ line: 1, column: 1 })),
  ];
  return { value: document.toJS(), isRight: problems.length === 0 };
}

it('YAML that is read quickly is right, and read as the reader of all of YAML reads it', () => {
  let read = 0;
  always(texts, (text) => {
    const value = quickYaml(text);
    if (value === undefined) return;
    read += 1;
    expect(readInFull(text)).toEqual({ value, isRight: true });
  });
  expect(read).toBeGreaterThan(0);
});
