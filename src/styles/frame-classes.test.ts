import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, group = '']) => group);

it('frame classes are used nowhere else', () => {
  // Class rules that apply everywhere, except those that start with a variable.
  const frame = readFileSync('src/styles/frame.css', 'utf8');
  const ofFrame = all(frame, /^\.([a-z][\w-]*) \{\n {2}(?!--)/gm);
  expect(ofFrame).toContain('brand');
  const used = globSync('src/components/{study,search,labs,offline,home}/**/*.ts')
    .flatMap((file) => all(readFileSync(file, 'utf8'), /class="([^"$]*)"/g))
    .flatMap((classes) => classes.split(/\s+/));
  expect(used).toContain('row');
  expect(used.filter((name) => ofFrame.includes(name))).toEqual([]);
});
