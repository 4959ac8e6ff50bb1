import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkedContent, readContent } from './checked-content.ts';
import { reportOf } from './domain/content-checks/issue.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'guide-content-'));
  write('src/components/figures/drawn/a-figure.ts', '');
  write('src/content/questions/a.mdx', 'a');
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

it('rejects files in content subfolders, which the build doesn’t read', () => {
  const nested = ['src/content/glossary/sub/b.yaml', 'src/content/questions/sub/b.mdx'];
  for (const file of nested) write(file, 'b');
  write('src/content/b.mdx', 'b');
  write('src/content/questions/.hidden', 'b');
  const { strays, questions } = readContent(root);
  expect([...strays].sort()).toEqual(['src/content/b.mdx', ...nested]);
  expect(questions.map(({ file }) => file)).toEqual(['src/content/questions/a.mdx']);
});

it('names a file that can’t be read', () => {
  write('src/content/code-ledger.yaml/a', 'b');
  expect(() => checkedContent(root)).toThrow('src/content/code-ledger.yaml can’t be read: EISDIR');
});

it('a file name with a backslash is a problem of that file', () => {
  write('src/content/questions/x\\y.mdx', 'a');
  expect(reportOf(checkedContent(root).issues)).toContain(
    'x\\y.mdx:1:1  the file name can’t be part of a URL',
  );
});

it('the report shows only some of the problems in a file that has hundreds', () => {
  const entry = '- { code: zzz, given: 2026-11-24, slugs: [a-slug] }\n';
  write('src/content/code-ledger.yaml', entry.repeat(200));
  const lines = reportOf(checkedContent(root).issues).split('\n');
  const ofLedger = lines.filter((line) => line.startsWith('src/content/code-ledger.yaml'));
  expect(ofLedger.length).toBeLessThan(50);
  expect(ofLedger.at(-1)).toMatch(/… and \d{3} more problems in this file\.$/);
});

it('checks again only if a file has changed', () => {
  const first = checkedContent(root);
  expect(checkedContent(root)).toBe(first);
  write('src/content/questions/a.mdx', 'b');
  expect(checkedContent(root)).not.toBe(first);
});
