import { describe, expect, it } from 'vitest';
import { validContent } from '../../../tests/examples/valid-content.ts';
import { docSchema } from '../../schemas/doc.ts';
import { questionSchema } from '../../schemas/question.ts';
import { assertSafeContent } from './assert-safe-content.ts';
import { checkContent } from './check-content.ts';
import { formatIssue } from './issue.ts';
import { readYaml } from './read-yaml.ts';

const content = validContent();
const file = 'src/content/questions/question-7.mdx';
const page = content.questions[7]?.text ?? '';
const firstLine = page.slice(0, page.indexOf('What the interviewer')).split('\n').length;

/** The build's error for a text inserted at the start of a page. */
function refusal(text: string): string {
  return refusalOf(page.replace('What the interviewer', () => `\n${text}\n\n`));
}

function refusalOf(text: string, name = file): string {
  try {
    assertSafeContent({ file: name, text }, name === file ? questionSchema : docSchema);
    return 'nothing';
  } catch (error) {
    return error instanceof Error ? error.message : 'a thrown value that isn’t an Error';
  }
}

it('a page that ends in an open export and a backslash is refused, not the end of the process', () => {
  const text = 'export const a = run()<    </Hint>```[a](javascript:run())\\';
  expect(refusalOf(`${page}\n${text}`)).not.toBe('nothing');
});

describe('a page that would run code, read files, or make requests', () => {
  it.each([
    // Code that MDX runs while building.
    ['{process.env.HOME}', 'code-in-page'],
    ['a {await fetch("https://a.example")} b', 'code-in-page'],
    ['{/* a */ run() /* b */}', 'code-in-page'],
    ['{\n// a\nrun()\n}', 'code-in-page'],
    ['> {run()}', 'code-in-page'],
    ['- {run()}', 'code-in-page'],
    ['| a |\n| - |\n| {run()} |', 'code-in-page'],
    ['[a {run()}](https://a.example)', 'code-in-page'],
    ['### {run()}', 'code-in-page'],
    ['[^1]\n\n[^1]: {run()}', 'code-in-page'],
    ["import fs from 'node:fs'", 'code-in-page'],
    ["import secret from '../../../.env?raw'", 'code-in-page'],
    ["import a from 'data:text/javascript,run()'", 'code-in-page'],
    ['export const frontmatter = { layout: "./a.astro" }', 'code-in-page'],
    ['export { run as default } from "./a.ts"', 'code-in-page'],
    // The same after text that one parser reads as a directive and the other as code.
    [':a[`] {run()} ` b', 'nothing'],
    [':a[`]` {run()} b', 'code-in-page'],
    [':::note[{run()}]\ntext\n:::', 'code-in-page'],
    // Elements and their attributes.
    ['<Hint {...run()}>x</Hint>', 'unknown-attribute'],
    ['<Cite id={run()} />', 'unknown-attribute'],
    ['<Cite id="law-one" set:html="<img src=x onerror=run()>" />', 'unknown-attribute'],
    ['<Cite id="law-one" onclick="run()" />', 'unknown-attribute'],
    ['<Figure id="a-figure" client:load />', 'unknown-attribute'],
    ['<script>run()</script>', 'unknown-component'],
    ['<SCRIPT src="https://a.example/a.js" />', 'unknown-component'],
    ['<style>{`* { display: none }`}</style>', 'unknown-component'],
    ['<iframe src="https://a.example" />', 'unknown-component'],
    ['<img src="x" onerror="run()" />', 'unknown-component'],
    ['<svg:script href="data:,run()" />', 'unknown-component'],
    ['<a.b />', 'unknown-component'],
    ['<>x</>', 'unknown-component'],
    ['<base href="https://a.example" />', 'unknown-component'],
    ['<meta http-equiv="refresh" content="0;url=https://a.example" />', 'unknown-component'],
    ['<Content />', 'unknown-component'],
    ['<form action="https://a.example"><button>x</button></form>', 'unknown-component'],
    ['<!-- a comment -->', 'bad-mdx'],
    ['<https://a.example>', 'bad-mdx'],
    ['<javascript:run()>', 'bad-mdx'],
    // Links.
    ['[a](javascript:run())', 'bad-link'],
    ['[a](JaVaScRiPt:run())', 'bad-link'],
    ['[a](javascript&colon;run())', 'bad-link'],
    ['[a](&#106;&#x61;vascript:run())', 'bad-link'],
    ['[a](java&Tab;script&NewLine;:run())', 'bad-link'],
    ['[a](&#1;javascript:run())', 'hidden-character'],
    ['[a](vbscript:run)', 'bad-link'],
    ['[a](data:text/html,<b>x</b>)', 'bad-link'],
    ['[a](blob:https://a.example/1)', 'bad-link'],
    ['[a](file:///etc/passwd)', 'bad-link'],
    ['[a](http://a.example)', 'bad-link'],
    ['[a](//a.example)', 'bad-link'],
    ['[a](\\\\\\\\a.example)', 'bad-link'],
    ['[a](https:a.example)', 'nothing'],
    ['[a](https://guide.example@a.example)', 'bad-link'],
    ['[a][b]\n\n[b]: javascript:run()', 'bad-link'],
    ['[b]\n\n[b]: <data:text/html,x> "title"', 'bad-link'],
    ['www.a.example', 'bad-link'],
    ['mail@a.example', 'bad-link'],
    // Images: the build would import their files.
    ['![a](./x.png)', 'picture'],
    ['![a](../../../.env?raw)', 'picture'],
    ['![a](/etc/passwd?raw)', 'picture'],
    ['![a](data:text/javascript,run())', 'picture'],
    ['![a](https://a.example/pixel.gif)', 'picture'],
    ['![a][b]\n\n[b]: ./x.svg', 'picture'],
    // Invisible characters.
    ['a\u202Eb', 'hidden-character'],
    ['a\u200Bb', 'hidden-character'],
    ['a\u{E0041}b', 'hidden-character'],
    ['a\u0000b', 'hidden-character'],
    ['a\u001B[31mb', 'hidden-character'],
    ['a&#x202E;b', 'hidden-character'],
    ['[a](../b/ "c&rlm;d")', 'hidden-character'],
    ['```js a&ZeroWidthSpace;b\nx\n```', 'hidden-character'],
    // Input that would slow the parsers down.
    ['{'.repeat(501), 'too-large'],
    ['x'.repeat(50_000), 'too-large'],
    [`${'> '.repeat(200)}a`, 'too-large'],
  ])('%j is refused at the right line: %s', (text, kind) => {
    const said = refusal(text);
    if (kind === 'nothing') expect(said).toBe('nothing');
    else {
      expect(said).toContain(`(${kind})`);
      const [, line] = /question-7\.mdx:(\d+):\d+ {2}/.exec(said) ?? [];
      const isWhole = kind === 'too-large';
      expect(Number(line)).toBeGreaterThanOrEqual(isWhole ? 1 : firstLine);
    }
  });

  it('may show code, which is text', () => {
    const shown = [
      '```js\nimport fs from "node:fs"; {run()}\n```',
      '`{run()} <script>` and `![a](data:,x)`',
      'a &lt;script&gt; and &#123;run()&#125; and \\{run()\\}',
      '{/* <script> */}',
      '[a](https://a.example/?q=javascript:run()) and [b](../b/#hint)',
      '10:30, a:b, :smile:, 1::2',
    ];
    expect(refusal(shown.join('\n\n'))).toBe('nothing');
  });

  it.each([
    ['title: "', 'title: !!js/function "', 'bad-yaml'],
    ['order: 3', 'order: &a 3', 'bad-yaml'],
    ['order: 3', 'order: *a', 'bad-yaml'],
    ['order: 3', '<<: { order: 3 }', 'unknown-key'],
    ['order: 3', 'order: 3\n__proto__: { code: x }', 'unknown-key'],
    ['order: 3', 'order: 3\nlayout: ../../secret.astro', 'unknown-key'],
    ['order: 3', 'order: 3\nslug: ../../elsewhere', 'unknown-key'],
    ['order: 3', 'order: 3\nhead: [{ tag: script, content: "run()" }]', 'unknown-key'],
    ['order: 3', 'order: 3\n1: 2', 'unknown-key'],
    ['order: 3', 'order: 3\n1: 2\n1: 3', 'bad-yaml'],
    ['order: 3', 'order: 3\n? [a]\n: 2', 'bad-yaml'],
    ['order: 3', 'order: 3\n...\norder: 4', 'bad-yaml'],
    ['order: 3', '\torder: 3', 'bad-yaml'],
    ['title: "What', 'title: "\\u202EWhat', 'hidden-character'],
    ['title: "What', 'title: "Wh\\0at', 'hidden-character'],
    [/^---\n/, '+++\n', 'no-front-matter'],
    [/^---\n/, '\n---\n', 'no-front-matter'],
    [/^---\n/, '---js\n', 'no-front-matter'],
  ])('front matter with %j as %j is refused: %s', (from, to, kind) => {
    expect(refusalOf(page.replace(from, to))).toContain(`(${kind})`);
  });

  it.each([
    ['factsCheckedOn: "2026-11-24"', 'factsCheckedOn: 2026-11-24'],
    ['related: [222]', "related: ['222']"],
    ['order: 3', 'order: 3.0'],
    ['order: 3', 'order: 03'],
    ['order: 3', 'order: 0x3'],
    [/\n/g, '\r\n'],
    [/^/, '\uFEFF'],
  ])('front matter with %j as %j means the same', (from, to) => {
    const text = page.replace(from, to);
    const read = assertSafeContent({ file, text }, questionSchema);
    expect(read).toEqual(assertSafeContent({ file, text: page }, questionSchema));
  });

  it('a line of hyphens below the front matter doesn’t start another one', () => {
    const text = page.replace('What the', '---\n\nlayout: x\n\n---\n\nWhat the');
    expect(assertSafeContent({ file, text }, questionSchema).data).not.toHaveProperty('layout');
  });

  it.each([
    '<b>x</b>',
    '<!-- x -->',
    '<javascript:run()>',
    '![a](./b.png)',
    '[a](javascript:run())',
  ])('a companion page with %j is refused', (text) => {
    const whole = `---\ntitle: A page\ndescription: A page about the guide, told in a sentence.\n---\n\n${text}\n`;
    expect(refusalOf(whole, 'src/content/docs/a.md')).toMatch(/src\/content\/docs\/a\.md:6:1 {2}/);
  });
});

describe('YAML', () => {
  it.each([
    ['a: yes', 'yes'],
    ['a: off', 'off'],
    ['a: 1:30', '1:30'],
    ['a: 1_000', '1_000'],
    ['a: 2026-11-24', '2026-11-24'],
    ['a: true', true],
    ['a: ~', null],
    ['a: "b\\n---\\nc"', 'b\n---\nc'],
    ['a: |\n  ---\n  b', '---\nb\n'],
  ])('%j has one meaning', (text, value) => {
    expect(readYaml('a.yaml', text)).toMatchObject({ value: { a: value }, issues: [] });
  });

  it.each([
    ['%YAML 1.1\n---\na: yes', 'a directive'],
    ['%A b\n---\na: 1', 'Unknown directive %A'],
    ['a: !!timestamp 2026-11-24', 'Unresolved tag: tag:yaml.org,2002:timestamp'],
    ['a: !!set { b, c }', 'Unresolved tag: tag:yaml.org,2002:set'],
    ['a: !b c', 'Unresolved tag: !b'],
    ['a: !!str 1', 'a tag'],
    ['a: ! 1', 'a tag'],
    ['a: !!map { b: 1 }', 'a tag'],
    ['%TAG !e! tag:example.org,2026:\n---\na: 1', 'a directive'],
    ['%TAG ! tag:example.org,2026:\n---\na: 1', 'a directive'],
    ['a: &b c', 'an anchor'],
    ['a: &b { c: 1 }', 'an anchor'],
    ['a: *b', 'an alias'],
    ['? [a]\n: 1', 'With stringKeys, all keys must be strings'],
    ['a: 1\n---\na: 2', 'Source contains multiple documents'],
  ])('%j is refused', (text, what) => {
    const { value, issues } = readYaml('a.yaml', text);
    expect(value).toBeUndefined();
    expect(issues.map(formatIssue)[0]).toContain(what);
  });

  it('that expands to far more than it says is refused', () => {
    const bomb = ['a: &a [x]', 'b: &b [*a, *a, *a]', 'c: [*b, *b, *b]'].join('\n');
    const { value, issues } = readYaml('a.yaml', bomb);
    expect(value).toBeUndefined();
    expect(issues.map(formatIssue)[0]).toMatch(/^a\.yaml:1:\d+ {2}the YAML has an anchor/);
  });
});

it('an error about a hostile file moves no cursor and reverses no text', () => {
  const text = page.replace('order: 3', 'order: 3\n"a\\u001B[2Jb\u202E": 1');
  for (const said of checkContent({ ...content, questions: [{ file, text }] }).issues.map(
    formatIssue,
  )) {
    expect(said).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  }
});

it('a file that isn’t content is refused', () => {
  const { issues } = checkContent({ ...content, strays: ['src/content/config.ts'] });
  expect(issues.map(formatIssue).join('\n')).toContain(
    'src/content/config.ts:1:1  this isn’t a content file',
  );
});

it.each([
  ['brackets', '['.repeat(400_000)],
  ['lists in lists', `${'- { a: '.repeat(60_000)}`],
  ['lists on one line', '- '.repeat(200_000)],
])('deep nesting is refused before it is parsed: %s', (_, text) => {
  const { issues } = checkContent({
    ...content,
    ledger: { file: 'src/content/code-ledger.yaml', text },
  });
  const [first] = issues.filter(({ file }) => file.endsWith('code-ledger.yaml')).map(formatIssue);
  expect(first).toContain(
    'src/content/code-ledger.yaml:1:1  the file is too large. Expected at most 100 levels of nesting',
  );
});
