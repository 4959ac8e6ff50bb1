import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const texts = ['README.md', 'CONTRIBUTING.md', ...readdirSync('docs').map((file) => `docs/${file}`)]
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

describe.each(texts)('$file', ({ file, text }) => {
  it('links to existing files, and its pictures have alternative text', () => {
    const prose = text.replace(/```[\s\S]*?```|`[^`]*`/g, '');
    const links = [...prose.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)|<img src="([^"]+)"/g)].map(
      ([, link, picture]) => join(dirname(file), link ?? picture ?? ''),
    );
    expect(links.filter((path) => !existsSync(path))).toEqual([]);
    expect(text.match(/<img (?![^>]*alt="[^"]{20,}")[^>]*>/g)).toBeNull();
  });

  it('names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object };
    const named = [...text.matchAll(/npm run (?:(?:-s|--silent) )?([a-z-]+(?::[a-z-]+)?)/g)].map(
      ([, name = '']) => name,
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

/** True if the path exists or is in the folder of tests that a guide for another role deletes. */
function isThere(path: string): boolean {
  const ours = 'tests/this-guide';
  return existsSync(path) || (path.startsWith(`${ours}/`) && !existsSync(ours));
}

it('comments and docs name only files that exist', () => {
  const files = globSync(
    '{*.{md,ts,mjs},{src,scripts,tests,bench,docs,deploy}/**/*.{ts,astro,css,md,conf}}',
  );
  const missing = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const comments = file.endsWith('.md')
      ? [text]
      : (text.match(/\/\*[\s\S]*?\*\/|(?<![\w:"'`])\/\/.*/g) ?? []);
    const named = comments
      .join('\n')
      .match(
        /(?<![\w/])(?:src|scripts|tests|bench|docs|deploy)\/(?!content\/)[\w./-]+\.(?:ts|astro|css|md|conf)\b/g,
      );
    return (named ?? []).filter((path) => !isThere(path)).map((path) => `${file}: ${path}`);
  });
  expect(missing).toEqual([]);
});
