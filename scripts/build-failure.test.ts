import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { machineFailure, sourceDateProblem } from './build-failure.ts';
import { lockBuild } from './build-lock.ts';

describe('a machine failure', () => {
  it.each([
    ['ENOSPC', 'The build stopped: the disk is full (dist-next/a.html).'],
    ['EBUSY', 'The build stopped: the folder is a mount point or in use; build into another'],
    ['EPERM', 'The build stopped: the folder isn’t writable (dist-next/a.html).'],
  ])('%s is explained in a sentence', (code, sentence) => {
    const error = Object.assign(new Error('x'), { code, path: 'dist-next/a.html' });
    expect(machineFailure(error)).toContain(sentence);
    expect(machineFailure(new Error('y', { cause: error }))).toContain(sentence);
  });

  it('ignores other errors', () => {
    expect(machineFailure(new TypeError('x'))).toBeUndefined();
    expect(machineFailure('x')).toBeUndefined();
  });
});

it.each([
  ['', true],
  [undefined, true],
  ['1764115200', true],
  ['abc', false],
  ['-1', false],
  ['1e9', false],
  ['0', false],
  ['99999999999999', false],
])('SOURCE_DATE_EPOCH may be %j: %s', (given, isRight) => {
  expect(sourceDateProblem(given) === undefined).toBe(isRight);
});

it('only one build at a time writes to a folder, and a killed build doesn’t block the next', () => {
  const root = mkdtempSync(join(tmpdir(), 'guide-lock-'));
  const folder = join(root, 'dist-next');
  const unlock = lockBuild(folder);
  expect(lockBuild(folder)).toBe(process.pid);
  if (typeof unlock === 'function') unlock();
  // No process has this id: the maximum on Linux is 2²².
  writeFileSync(`${folder}.lock`, '99999999');
  expect(lockBuild(folder)).toBeTypeOf('function');
  rmSync(root, { recursive: true });
});
