import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
