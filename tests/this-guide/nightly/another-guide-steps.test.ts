/** Follows docs/another-guide.md, command by command, in a copy of the project. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { Workspace } from '../../support/workspace.ts';

const page = readFileSync('docs/another-guide.md', 'utf8');
const [, steps = ''] = /^## Steps\n([\s\S]*?)^## /m.exec(page) ?? [];
const blocks = [...steps.matchAll(/^```(sh|ts)\n([\s\S]*?)^```/gm)];

const copy = new Workspace();
afterAll(() => copy.remove());

it('turns a copy of the project into another guide', () => {
  let output = '';
  for (const [, language, text = ''] of blocks) {
    if (language === 'ts') replaceExports(text);
    else {
      if (text.includes('validate')) relateQuestions();
      output = run(text);
    }
  }
  expect(output).toContain('2 questions in 2 levels are valid');
  expect(output).not.toContain('src/guide-settings.ts doesn’t name it');
  expect(existsSync(copy.path('dist/questions/what-do-you-do-about-missing/index.html'))).toBe(
    true,
  );
  expect(existsSync(copy.path('dist/role'))).toBe(false);
  // The guide has no learning paths, so its pages must not mention them.
  expect(copy.read('dist/index.html')).not.toContain('Learning paths');
  expect(existsSync(copy.path('dist/accessibility/index.html'))).toBe(true);
});

it('warns about a companion page that src/guide-settings.ts doesn’t name', () => {
  copy.change('src/guide-settings.ts', (text) => text.replace("['accessibility']", '[]'));
  expect(copy.run('validate.ts').stdout).toContain(
    'src/content/docs/accessibility.md is published, but src/guide-settings.ts doesn’t name it.',
  );
});

function run(commands: string): string {
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', commands], {
    cwd: copy.root,
    encoding: 'utf8',
  });
  const output = stdout + stderr;
  expect(status, output).toBe(0);
  return output;
}

function replaceExports(listing: string): void {
  for (const [text, name] of listing.matchAll(/^export const (\w+)[\s\S]*?;$/gm)) {
    copy.change('src/guide-settings.ts', (before) =>
      before.replace(new RegExp(`^export const ${name}\\b[\\s\\S]*?;$`, 'm'), text),
    );
  }
}

function relateQuestions(): void {
  const codes = [...copy.read('src/content/code-ledger.yaml').matchAll(/code: (\w+)/g)];
  const [first = '', second = ''] = codes.map(([, code = '']) => code);
  copy.change('src/content/questions/what-do-you-do-about-missing.mdx', (text) =>
    text.replace(`related: [${first}]`, `related: [${second}]`),
  );
}
