import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from './build-lock.ts';

let root: string;
let out: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'build-lock-'));
  out = join(root, 'dist');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('a folder', () => {
  it('belongs to one build at a time; the second says whose it is', () => {
    const release = lockFolder(out);
    expect(() => lockFolder(out)).toThrow(
      `Another build is writing ${out} (process ${process.pid}). Fix: wait for it`,
    );
    release();
    expect(existsSync(`${out}.lock`)).toBe(false);
    lockFolder(out)();
  });

  it('is free again if the build was killed, or its lock is damaged', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    lockFolder(out, pid);
    lockFolder(out)();
    for (const text of ['', 'x', '-1', '0']) {
      writeFileSync(`${out}.lock`, text);
      lockFolder(out)();
    }
    expect(existsSync(`${out}.lock`)).toBe(false);
  });

  it('that can’t be written is an error', () => {
    expect(() => lockFolder(join(root, 'none', 'dist'))).toThrow('ENOENT');
  });
});
