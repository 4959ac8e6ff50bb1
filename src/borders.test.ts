import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Import rules for .astro files, which the linter doesn't read: what each folder
 * may import. The rules for .ts files are in biome.json.
 */
const allowed =
  /^(@astrojs\/starlight|astro:|astro\/)|\/(domain|schemas|components|browser)\/|^\.\.?\/|\/(guide|load-guide|site-paths)\.ts$/;

const astroFiles = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.astro'),
);

describe('components and pages', () => {
  it.each(astroFiles)('%s stays within its borders', (file) => {
    const text = readFileSync(join('src', file), 'utf8');
    const [, frontmatter = ''] = text.split('---');
    const imports = [...frontmatter.matchAll(/from '([^']+)'/g)].map(([, path = '']) => path);
    for (const path of imports) {
      expect(path).toMatch(allowed);
      expect(path).not.toMatch(/^node:|\/scripts\//);
    }
    // No component reads a collection directly: all of them get the guide object. Two files render
    // a question's text.
    const rendering = ['pages/questions/[slug].astro', 'starlight/Hero.astro'];
    if (!rendering.includes(file)) expect(text).not.toContain('astro:content');
  });
});
