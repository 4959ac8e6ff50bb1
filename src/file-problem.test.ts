import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { fileProblem } from './file-problem.ts';

function problemOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return fileProblem(error, 'known.md');
  }
}

it('a file that can’t be read is described in one line, with what to do', () => {
  const root = mkdtempSync(join(tmpdir(), 'file-problem-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const at = (name: string) => join(root, name);
  mkdirSync(at('folder'));
  writeFileSync(at('file'), '');
  const read = (name: string) => problemOf(() => readFileSync(at(name), 'utf8'));
  expect(read('folder')).toMatch(/ is a folder\. Expected a file\. Fix: .* \(EISDIR\)$/);
  expect(read('file/a')).toMatch(/file\/a is a file\. Expected a folder\. Fix: .* \(ENOTDIR\)$/);
  expect(read('none')).toMatch(/none is missing\. Fix: restore it\. \(ENOENT\)$/);
  const tooLarge = Object.assign(new Error('large'), { code: 'ERR_FS_FILE_TOO_LARGE' });
  expect(fileProblem(tooLarge, 'known.md')).toMatch(/^known\.md is too large to be read\. Fix: /);
});

it.each(['ENOSPC', 'EROFS', 'EXDEV', 'EACCES'])('so is one that can’t be written: %s', (code) => {
  const cause = Object.assign(new Error(`${code}: no`), { code, path: 'dist-next/a.html' });
  const line = fileProblem(new Error('The build failed.', { cause }));
  expect(line).toMatch(new RegExp(`^dist-next/a\\.html .*Fix: .*\\(${code}\\)$`));
  expect(line).not.toContain('\n');
});

it('a bug is not', () => {
  expect(problemOf(() => [].at(0 as never)?.['x' as never])).toBeUndefined();
  expect(problemOf(() => (undefined as never)['x'])).toBeUndefined();
  expect(fileProblem('ENOSPC')).toBeUndefined();
});
