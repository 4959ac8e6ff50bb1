import fc from 'fast-check';
import { evaluate } from 'satteri';
import { describe, expect, it } from 'vitest';
import { checkSafety } from '../../src/domain/content-checks/check-safety.ts';
import { checkSchema } from '../../src/domain/content-checks/check-schema.ts';
import { pageFeatures, readPage } from '../../src/domain/content-checks/read-page.ts';
import { readYaml } from '../../src/domain/content-checks/read-yaml.ts';
import { writtenParts } from '../../src/domain/guide/parts.ts';
import { questionSchema } from '../../src/schemas/question.ts';
import { sourceSchema } from '../../src/schemas/source.ts';
import { expectTold, file, frontMatter } from './content.ts';
import { always, endsSoon, longTexts, nastyText, settings } from './fuzz.ts';

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

  it('runs nothing and contains nothing unsafe after the checks let it through', () => {
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
    // Enough texts must get this far for the test to be meaningful.
    expect(compiled).toBeGreaterThan(settings.numRuns / 5);
  });

  const names = [...writtenParts.map((part) => part.component), 'Cite', 'Worked', 'Figure'];

  /** Compiles a text like the build and runs the code, with everything that it may use. */
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

it('long and deep texts don’t slow the parsers down', () => {
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
