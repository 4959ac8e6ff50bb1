import { describe, expect, it } from 'vitest';
import { validContent } from '../../../tests/examples/valid-content.ts';
import { checkContent } from './check-content.ts';
import { formatIssue } from './issue.ts';
import { readYaml } from './read-yaml.ts';

const content = validContent(9);
const file = 'src/content/questions/question-7.mdx';
const page = content.questions[7]?.text ?? '';
const firstLine = page.slice(0, page.indexOf('What the interviewer')).split('\n').length;

function problemsOf(text: string): string {
  return problemsIn(page.replace('What the interviewer', () => `\n${text}\n\n`));
}

function problemsIn(text: string): string {
  const questions = content.questions.map((source) =>
    source.file === file ? { file, text } : source,
  );
  const { issues } = checkContent({ ...content, questions });
  const found = issues.filter(({ kind }) => kind !== 'level-count');
  return found.map(formatIssue).join('\n') || 'nothing';
}

describe('a page that isn’t prose and our components', () => {
  it.each([
    // Code that MDX would run during the build.
    ['{process.env.HOME}', 'code-in-page'],
    ['a {await fetch("https://a.example")} b', 'code-in-page'],
    ['{/* a */ run() /* b */}', 'code-in-page'],
    ['- {run()}', 'code-in-page'],
    ['| a |\n| - |\n| {run()} |', 'code-in-page'],
    ["import fs from 'node:fs'", 'code-in-page'],
    ['export const frontmatter = { layout: "./a.astro" }', 'code-in-page'],
    // Code in or after text that some Markdown parsers, but not ours, treat as a directive.
    [':a[`] {run()} ` b', 'nothing'],
    [':a[`]` {run()} b', 'code-in-page'],
    [':::note[{run()}]\ntext\n:::', 'code-in-page'],
    ['<Hint {...run()}>x</Hint>', 'unknown-attribute'],
    ['<Cite id={run()} />', 'unknown-attribute'],
    ['<Cite id="law-one" set:html="<img src=x onerror=run()>" />', 'unknown-attribute'],
    ['<Figure id="a-figure" client:load />', 'unknown-attribute'],
    ['<script>run()</script>', 'unknown-component'],
    ['<style>{`* { display: none }`}</style>', 'unknown-component'],
    ['<img src="x" onerror="run()" />', 'unknown-component'],
    ['<a.b />', 'unknown-component'],
    ['<>x</>', 'unknown-component'],
    ['<Content />', 'unknown-component'],
    ['<!-- a comment -->', 'bad-mdx'],
    ['<https://a.example>', 'bad-mdx'],
    ['[a](javascript:run())', 'bad-link'],
    ['[a](&#106;&#x61;vascript:run())', 'bad-link'],
    ['[a](java&Tab;script&NewLine;:run())', 'bad-link'],
    ['[a](data:text/html,<b>x</b>)', 'bad-link'],
    ['[a](http://a.example)', 'bad-link'],
    ['[a](//a.example)', 'bad-link'],
    ['[a](\\\\\\\\a.example)', 'bad-link'],
    ['[a](https:a.example)', 'bad-link'],
    ['[a](https://guide.example@a.example)', 'bad-link'],
    ['[a][b]\n\n[b]: javascript:run()', 'bad-link'],
    ['[b]\n\n[b]: <data:text/html,x> "title"', 'bad-link'],
    ['www.a.example', 'bad-link'],
    ['mail@a.example', 'bad-link'],
    // The build would import image files.
    ['![a](./x.png)', 'picture'],
    ['![a](https://a.example/pixel.gif)', 'picture'],
    ['![a][b]\n\n[b]: ./x.svg', 'picture'],
    ['a\u202Eb', 'hidden-character'],
    ['a\u001B[31mb', 'hidden-character'],
  ])('%j is refused at the right line: %s', (text, kind) => {
    const message = problemsOf(text);
    if (kind === 'nothing') expect(message).toBe('nothing');
    else {
      expect(message).toContain(`(${kind})`);
      const [, line] = /question-7\.mdx:(\d+):\d+ {2}/.exec(message) ?? [];
      expect(Number(line)).toBeGreaterThanOrEqual(firstLine);
    }
  });

  it('may show code, which is text', () => {
    const shown = [
      '`{run()} <script>` and `![a](data:,x)`',
      'a &lt;script&gt; and &#123;run()&#125; and \\{run()\\}',
      '{/* <script> */}',
      '[a](https://a.example/?q=javascript:run()) and [b](../question-6/#hint)',
      '10:30, a:b, :smile:, 1::2',
    ];
    expect(problemsOf(shown.join('\n\n'))).toBe('nothing');
  });

  it.each([
    ['title: "', 'title: !!js/function "', 'bad-yaml'],
    ['order: 3', 'order: *a', 'bad-yaml'],
    ['order: 3', '<<: { order: 3 }', 'unknown-key'],
    ['order: 3', 'order: 3\n__proto__: { code: x }', 'unknown-key'],
    ['order: 3', 'order: 3\nlayout: ../../secret.astro', 'unknown-key'],
    ['order: 3', 'order: 3\n1: 2', 'unknown-key'],
    ['order: 3', 'order: 3\n? [a]\n: 2', 'bad-yaml'],
    ['order: 3', 'order: 3\n...\norder: 4', 'bad-yaml'],
    ['order: 3', '\torder: 3', 'bad-yaml'],
    [/^---\n/, '+++\n', 'no-front-matter'],
    [/^---\n/, '---js\n', 'no-front-matter'],
  ])('front matter with %j as %j is refused: %s', (from, to, kind) => {
    expect(problemsIn(page.replace(from, to))).toContain(`(${kind})`);
  });

  it.each([
    ['factsCheckedOn: "2026-11-24"', 'factsCheckedOn: 2026-11-24'],
    ['related: [222]', "related: ['222']"],
    ['order: 3', 'order: 3.0'],
    ['order: 3', 'order: 03'],
    [/\n/g, '\r\n'],
    [/^/, '\uFEFF'],
  ])('front matter with %j as %j means the same', (from, to) => {
    expect(problemsIn(page.replace(from, to))).toBe('nothing');
  });

  it.each([
    '<b>x</b>',
    '<!-- x -->',
    '<javascript:run()>',
    '![a](./b.png)',
    '[a](javascript:run())',
  ])('a companion page with %j is refused', (text) => {
    const whole = `---\ntitle: A page\ndescription: A page about the guide, told in a sentence.\n---\n\n${text}\n`;
    const { issues } = checkContent({
      ...content,
      docs: [...content.docs, { file: 'src/content/docs/a.md', text: whole }],
    });
    expect(issues.map(formatIssue)[0]).toMatch(/^src\/content\/docs\/a\.md:6:1 {2}/);
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
    ['a: !!timestamp 2026-11-24', 'Unresolved tag'],
    ['a: *b', 'Unresolved alias'],
    ['? [a]\n: 1', 'With stringKeys, all keys must be strings'],
    ['a: 1\n---\na: 2', 'Source contains multiple documents'],
  ])('%j is refused', (text, what) => {
    const { value, issues } = readYaml('a.yaml', text);
    expect(value).toBeUndefined();
    expect(issues.map(formatIssue)[0]).toContain(what);
  });
});

it('an error about a hostile file moves no cursor and reverses no text', () => {
  const text = page.replace('order: 3', 'order: 3\n"a\\u001B[2Jb\u202E": 1');
  for (const message of checkContent({ ...content, questions: [{ file, text }] }).issues.map(
    formatIssue,
  )) {
    expect(message).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  }
});

it('a file that isn’t content is refused', () => {
  const { issues } = checkContent({ ...content, strays: ['src/content/config.ts'] });
  expect(issues.map(formatIssue).join('\n')).toContain(
    'src/content/config.ts:1:1  this isn’t a content file',
  );
});
