import fc from 'fast-check';
import { evaluate } from 'satteri';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { checkSafety } from '../../src/domain/content-checks/check-safety.ts';
import { checkSchema } from '../../src/domain/content-checks/check-schema.ts';
import { guardContent } from '../../src/domain/content-checks/guard-content.ts';
import { formatIssue, type Issue } from '../../src/domain/content-checks/issue.ts';
import { pageFeatures, readPage } from '../../src/domain/content-checks/read-page.ts';
import { readYaml } from '../../src/domain/content-checks/read-yaml.ts';
import { validContent } from '../../src/domain/content-checks/valid-content.ts';
import { parts } from '../../src/domain/guide/parts.ts';
import { codeLedgerSchema } from '../../src/schemas/code-ledger.ts';
import { questionSchema } from '../../src/schemas/question.ts';
import { sourceSchema } from '../../src/schemas/source.ts';
import { termSchema } from '../../src/schemas/term.ts';
import { always, endsSoon, longTexts, mutated, nastyText } from './fuzz.ts';

const content = validContent();
const file = 'src/content/questions/question-7.mdx';
const page = content.questions[7]?.text ?? '';
const [, frontMatter = ''] = /^---\n([\s\S]*?\n)---\n/.exec(page) ?? [];
const keys = frontMatter.split('\n').filter((line) => /^\w+:/.test(line));

/** What YAML is made of, and what its readers disagree about. */
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

/** Valid front matter with a value, a key or a line that is another. */
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

/** Holds that problems tell a writer where, what, what instead and how to mend it; on one line. */
function expectTold(issues: readonly Issue[], name: string, text: string): void {
  const lines = text.split(/\r\n|\r|\n/).length;
  const isTold = (issue: Issue): boolean =>
    issue.file === name &&
    issue.line >= 1 &&
    issue.line <= lines &&
    issue.column >= 1 &&
    [issue.what, issue.expected, issue.found, issue.fix].every((part) => part !== '') &&
    !/[\p{Cc}\p{Zl}\p{Bidi_Control}]/u.test(formatIssue(issue));
  expect(issues.filter((issue) => !isTold(issue))).toEqual([]);
}

describe('front matter', () => {
  it('is read into values that are written and read again as the same, or every problem is told', () => {
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
      // The build takes in the same, or refuses it for what stands below the front matter.
      expect(taken(text) ?? checked.value).toEqual(checked.value);
    });
  });

  function taken(text: string): unknown {
    try {
      return guardContent({ file, text }, questionSchema).data;
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

  it.each(records)(
    'is read into values that are written and read again as the same (%#)',
    (source, schema) => {
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
    },
  );
});

describe('the text of a page', () => {
  const pieces = fc.constantFrom(
    ...[
      '{run()}',
      '{/* a */}',
      '{`a` + run()}',
      '<Hint>',
      '</Hint>',
      '<Cite id="law-one" />',
      '<Cite id={run()} />',
    ],
    ...[
      '<Hint {...run()}>',
      '<b onclick="run()">x</b>',
      '<img src=x onerror=run() />',
      '<script>run()</script>',
    ],
    ...[
      'export const a = run()',
      "import a from 'data:text/javascript,run()'",
      '[a](javascript:run())',
    ],
    ...[
      '[a](&#106;avascript:run())',
      '[a](java&Tab;script:run())',
      '[a](<JaVaScRiPt:run()>)',
      '[a]: data:text/html,x',
    ],
    ...[
      '![a](./x.js?raw)',
      '![a](data:text/html,x)',
      '[a][b]',
      '[b]: vbscript:x',
      '<https://a.example>',
      '[x](../a/)',
    ],
    ...[
      '`',
      '```',
      '``',
      '~~~\n',
      '\n',
      '\n\n',
      ' ',
      '    ',
      '> ',
      '- ',
      '1. ',
      '*',
      '_',
      '\\',
      '|',
      '| - |\n',
      '[^1]',
      '[^1]: ',
    ],
    ...[
      ':a[',
      ']',
      ':::note\n',
      ':::\n',
      '::b{',
      '{',
      '}',
      '<',
      '>',
      '</',
      '/>',
      '<!--',
      '-->',
      '$$',
      '$',
      '==',
      '[[',
      ']]',
      '---\n',
      '+++\n',
    ],
    ...[
      '&lt;script&gt;',
      '&#123;',
      '&#x7b;run()&#x7d;',
      '#',
      '### ',
      '(',
      ')',
      'a',
      '10:30',
      '"',
      "'",
      '=',
      '\t',
    ],
  );
  const anyBody = fc
    .array(fc.oneof({ weight: 12, arbitrary: pieces }, { weight: 1, arbitrary: nastyText }), {
      maxLength: 14,
    })
    .map((list) => list.join(''));
  const allowed = new Set([
    'a',
    'blockquote',
    'br',
    'code',
    'del',
    'em',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'input',
    'li',
    'ol',
    'p',
    'pre',
    'section',
    'strong',
    'sup',
    'table',
    'tbody',
    'td',
    'th',
    'thead',
    'tr',
    'ul',
  ]);

  it('runs nothing and holds nothing unsafe when the compiler gets what the checks let through', () => {
    let compiled = 0;
    always(anyBody, (text) => {
      const whole = `---\n${frontMatter}---\n${text}`;
      const { tree, issues } = readPage({ file, text: whole });
      const all = [...issues, ...(tree === undefined ? [] : checkSafety(file, tree))];
      expectTold(all, file, whole);
      if (all.length > 0 || tree === undefined) return;
      compiled += 1;
      compile(text);
    });
    // Enough of the texts get that far, or the test would say nothing.
    expect(compiled).toBeGreaterThan(500);
  });

  const names = [...parts.map((part) => part.component), 'Cite', 'Worked', 'Figure'];

  /** Compiles a text as the build does and runs the code, with everything that it may use. */
  function compile(text: string): void {
    let ran = 0;
    Object.assign(globalThis, { run: () => (ran += 1) });
    const jsx = (type: unknown, props: unknown): string => {
      if (typeof type === 'string') expectSafe(type, props as Record<string, unknown>);
      return '';
    };
    const component = (): string => '';
    const module = evaluate(text, {
      Fragment: component,
      jsx,
      jsxs: jsx,
      features: { ...pageFeatures, smartPunctuation: true },
    });
    const components = Object.fromEntries(names.map((name) => [name, component]));
    const { default: Content } = module as { default: (props: object) => unknown };
    Content({ components });
    expect(ran).toBe(0);
    expect(Object.keys(module)).toEqual(['default']);
  }

  function expectSafe(type: string, props: Readonly<Record<string, unknown>>): void {
    expect(allowed).toContain(type);
    for (const name of Object.keys(props)) expect(name).toMatch(/^(?!on)[a-zA-Z-]+$/);
    if (typeof props['href'] !== 'string') return;
    const { protocol } = new URL(props['href'], 'https://guide.example/questions/a/');
    expect(protocol).toBe('https:');
  }
});

it('long and deep texts do not keep the readers busy', () => {
  for (const text of longTexts) {
    endsSoon(`${JSON.stringify(text.slice(0, 8))} × ${text.length}`, () => {
      for (const whole of [
        `---\n${text}\n---\n`,
        `---\na: ${text}\n---\n`,
        `---\na: 1\n---\n${text}`,
      ]) {
        const { tree, frontMatter: read } = readPage({ file, text: whole });
        checkSchema(file, read, questionSchema);
        if (tree !== undefined) checkSafety(file, tree);
      }
      checkSchema('x.yaml', readYaml('x.yaml', text), sourceSchema);
    });
  }
});
