import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inOwnProcess } from './own-process.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guide-process-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A program that answers its task with what the code makes of it. */
function program(code: string): string {
  const file = join(folder, 'program.mjs');
  const own = new URL('own-process.ts', import.meta.url).href;
  writeFileSync(file, `import { answer } from '${own}';\nawait answer(async (task) => ${code});\n`);
  return pathToFileURL(file).href;
}

const task = { levels: new Map([['beginner', { questions: ['w53'] }]]) };

it('a step in a process of its own answers what it was asked', async () => {
  const step = program('[...task.levels.get("beginner").questions, process.pid]');
  const [code, pid] = (await inOwnProcess<[string, number]>(step, task)) ?? [];
  expect(code).toBe('w53');
  expect(pid).not.toBe(process.pid);
});

it.each([
  ['ends by itself', 'process.exit(1)'],
  ['was killed', 'process.kill(process.pid, "SIGKILL")'],
])('a step that %s has no answer', async (_, code) => {
  expect(await inOwnProcess(program(`[${code}]`), task)).toBeUndefined();
});
