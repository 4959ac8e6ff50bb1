import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recoverFolder, replaceFolder } from './replace-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guide-replace-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it.each([
  ['before the first step', ['site', 'site-next'], 'site'],
  ['between the steps', ['site-previous', 'site-next'], 'site-previous'],
  ['after both', ['site', 'site-previous'], 'site'],
])('a kill %s leaves a folder that can be read and replaced', (_, left, expected) => {
  const out = join(folder, 'site');
  const make = (name: string, text = name): void => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'text'), text);
  };
  const text = (): string => readFileSync(join(out, 'text'), 'utf8');
  for (const name of left) make(name);
  recoverFolder(out);
  expect(text()).toBe(expected);
  rmSync(`${out}-next`, { recursive: true, force: true });
  make('site-next', 'the next one');
  replaceFolder(`${out}-next`, out);
  expect(text()).toBe('the next one');
  expect(readdirSync(folder)).toEqual(['site']);
});

it('the folder to replace doesn’t have to exist', () => {
  mkdirSync(join(folder, 'site-next'));
  replaceFolder(join(folder, 'site-next'), join(folder, 'site'));
  expect(readdirSync(folder)).toEqual(['site']);
});
