import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recoverFolder, replaceFolder } from '../scripts/replace-folder.ts';

let folder: string;
let child: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guide-replace-'));
});
afterEach(async () => {
  if (isRunning()) await kill();
  rmSync(folder, { recursive: true });
});

/** What the files of a folder say. @throws if the folder or one of its twenty files is not there */
function read(out: string): Set<string> {
  return new Set(
    Array.from({ length: 20 }, (_, file) => readFileSync(join(out, `${file}`), 'utf8')),
  );
}

function isRunning(): boolean {
  return child?.exitCode === null && child.signalCode === null;
}

/** Kills the process as if the machine went off. */
async function kill(): Promise<void> {
  if (child === undefined) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function startReplacing(out: string): Promise<void> {
  child = fork('tests/replace-often.ts', [out]);
  await Promise.race([once(child, 'message'), once(child, 'exit')]);
}

it('a folder that is replaced is there and whole for every reader, and after each of 10 kills', async () => {
  const out = join(folder, 'site');
  const seen = new Set<string>();
  const upTo = (most: number): number => Math.ceil(Math.random() * most);
  for (let round = 0; round < 10; round += 1) {
    await startReplacing(out);
    // Some versions come and go, and then it is a moment more to the kill.
    const enough = seen.size + upTo(10);
    for (let turns = upTo(50); turns > 0 && isRunning(); ) {
      for (const text of read(out)) seen.add(text);
      if (seen.size >= enough) turns -= 1;
      await setImmediate();
    }
    expect(isRunning()).toBe(true);
    await kill();
    expect(read(out).size, 'all files are of one version').toBe(1);
  }
});

it.each([
  ['before the first step', ['site', 'site-next'], 'site'],
  ['between the steps', ['site-previous', 'site-next'], 'site-previous'],
  ['after both', ['site', 'site-previous'], 'site'],
])(
  'where folders can not be exchanged, a kill %s leaves what can be read and replaced',
  async (_, left, kept) => {
    const out = join(folder, 'site');
    const make = (name: string, text = name): void => {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'text'), text);
    };
    const text = (): string => readFileSync(join(out, 'text'), 'utf8');
    for (const name of left) make(name);
    recoverFolder(out);
    expect(text()).toBe(kept);
    rmSync(`${out}-next`, { recursive: true, force: true });
    make('site-next', 'the next one');
    await replaceFolder(`${out}-next`, out, () => Promise.reject(new Error('It can not.')));
    expect(text()).toBe('the next one');
    expect(readdirSync(folder)).toEqual(['site']);
  },
);
