import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { assertSafeContent } from '../../src/domain/content-checks/assert-safe-content.ts';
import { checkSchema } from '../../src/domain/content-checks/check-schema.ts';
import { readPage } from '../../src/domain/content-checks/read-page.ts';
import { readYaml } from '../../src/domain/content-checks/read-yaml.ts';
import { codeLedgerSchema } from '../../src/schemas/code-ledger.ts';
import { questionSchema } from '../../src/schemas/question.ts';
import { sourceSchema } from '../../src/schemas/source.ts';
import { termSchema } from '../../src/schemas/term.ts';
import { content, expectTold, file, frontMatter } from './content.ts';
import { always, mutated, nastyText } from './fuzz.ts';

const keys = frontMatter.split('\n').filter((line) => /^\w+:/.test(line));

/** YAML syntax, and the features that parsers disagree about. */
const yamlPieces = fc.constantFrom(
  ...[
    'a: ',
    '- ',
    '? ',
    ': ',
    '\n',
    '\n  ',
    '\t',
    '[',
    ']',
    '{',
    '}',
    ', ',
    '"',
    "'",
    '|\n  ',
    '>-\n  ',
  ],
  ...[
    '&a ',
    '*a',
    '!!js/function ',
    '!!set ',
    '! ',
    '<<: *a',
    '%YAML 1.1\n',
    '---\n',
    '...\n',
    '# ',
    '+++\n',
  ],
  ...['yes', 'off', 'NO', '012', '0o14', '0x1F', '1:30', '1_000', '.inf', '.NaN', '~', '-0', '1e3'],
  ...[
    '2026-11-24',
    '2026-11-24T00:00:00Z',
    '__proto__: 1',
    'constructor: 1',
    '\r\n',
    '\r',
    '\uFEFF',
  ],
);
const yamlish = fc
  .array(fc.oneof(yamlPieces, nastyText, fc.constantFrom(...keys)), { maxLength: 20 })
  .map((pieces) => pieces.join(''));

/** Valid front matter with one changed value, key, or line. */
const otherLine = fc
  .tuple(
    fc.nat(),
    fc.oneof(
      yamlish,
      nastyText,
      nastyText.map((text) => JSON.stringify(text)),
    ),
    fc.constantFrom('value', 'key', 'line', 'twice', 'gone', 'indent', 'before'),
  )
  .map(([place, other, kind]) => {
    const lines = frontMatter.split('\n');
    const at = place % lines.length;
    const line = lines[at] ?? '';
    const [key = '', value = ''] = line.split(/(?<=:)/);
    const changed = {
      value: [`${key} ${other}`],
      key: [`${other}:${value}`],
      line: [other],
      twice: [line, line],
      gone: [],
      indent: [` ${line}`],
      before: [other, line],
    }[kind];
    return lines.toSpliced(at, 1, ...changed).join('\n');
  });

const anyFrontMatter = fc.oneof(
  yamlish,
  otherLine,
  mutated(fc.constant(frontMatter)),
  fc.constant(frontMatter.replaceAll('\n', '\r\n')),
);
describe('front matter', () => {
  it('is read into values that survive a round trip, or every problem is reported', () => {
    always(anyFrontMatter, (matter) => {
      const text = `---\n${matter}---\n\n<Hint>\nText.\n</Hint>\n`;
      const { frontMatter: read, issues } = readPage({ file, text });
      const checked = checkSchema(file, read, questionSchema);
      expectTold([...issues, ...checked.issues], file, text);
      if (checked.value === undefined) {
        expect(checked.issues.length).toBeGreaterThan(0);
        return;
      }
      const again = readYaml(file, stringify(checked.value));
      expect(checkSchema(file, again, questionSchema).value).toEqual(checked.value);
      // The build reads the same, or refuses the page because of the text below the front matter.
      expect(taken(text) ?? checked.value).toEqual(checked.value);
    });
  });

  function taken(text: string): unknown {
    try {
      return assertSafeContent({ file, text }, questionSchema).data;
    } catch (error) {
      expect(String(error)).toMatch(/question-7\.mdx:\d+:\d+ {2}.*Expected .*, found .*\. Fix: /);
      return undefined;
    }
  }
});

describe('a record', () => {
  const records = [
    ...[[content.sources[0], sourceSchema] as const, [content.glossary[0], termSchema] as const],
    [content.ledger, codeLedgerSchema] as const,
  ];

  it.each(records)('is read into values that survive a round trip (%#)', (source, schema) => {
    const { file: name, text: valid } = source ?? { file: '', text: '' };
    always(fc.oneof(mutated(fc.constant(valid.slice(0, 300))), yamlish), (text) => {
      const yaml = readYaml(name, text);
      const checked = checkSchema(name, yaml, schema);
      expectTold(checked.issues, name, text);
      if (checked.value === undefined) expect(checked.issues.length).toBeGreaterThan(0);
      else {
        const again = checkSchema(name, readYaml(name, stringify(checked.value)), schema);
        expect(again.value).toEqual(checked.value);
      }
    });
  });
});
