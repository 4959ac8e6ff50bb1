import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Import rules for .astro files, which the linter doesn't read. The rules for .ts files are in
 * biome.json. Each pattern matches paths below `src` or package names.
 */
const always =
  /^(components|domain|lib|schemas|styles)\/|^(guide-settings|load-guide|site-paths)\.ts$/;
const byFolder: Readonly<Record<string, RegExp>> = {
  components: /^@astrojs\/starlight\/components\/|^astro:content$/,
  starlight: /^(@astrojs\/starlight\/components|starlight)\/|^astro:content$/,
  pages: /^@astrojs\/starlight\/components\/|^astro:content$|^(export-source|file-route)\.ts$/,
};

/** Files that browser scripts may import. */
const inBrowser = /^(browser|components|domain|lib)\/.*\.ts$|^guide-settings\.ts$/;

/**
 * The files that render a question's text. All others get the guide object and don't read content
 * collections.
 */
const rendering = ['pages/questions/[slug].astro', 'components/question/PartText.astro'];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.astro'));

/** Returns the paths below `src` and the packages that a file's code imports. */
function importsIn(code: string, file: string): string[] {
  const imports = code.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g);
  return [...imports].map(([, path = '']) =>
    path.startsWith('.') ? posix.join(posix.dirname(file), path) : path,
  );
}

/** Returns the file's imports that aren't allowed in its folder. */
function badImports(file: string, text: string): string[] {
  const [, frontMatter = '', ...markup] = text.split(/^---$/m);
  const allowed = byFolder[file.split('/')[0] ?? ''];
  const scripts = markup.join('---').match(/<script>[\s\S]*?<\/script>/g) ?? [];
  return [
    ...importsIn(frontMatter, file).filter(
      (path) =>
        !(always.test(path) || allowed?.test(path)) ||
        (path === 'astro:content' && !rendering.includes(file)),
    ),
    ...scripts.flatMap((script) => importsIn(script, file)).filter((path) => !inBrowser.test(path)),
  ];
}

describe('components and pages', () => {
  it.each(files)('%s stays within its borders', (file) => {
    expect(badImports(file, readFileSync(`src/${file}`, 'utf8'))).toEqual([]);
  });

  it.each([
    ["import x from '../../integrations/pdf.ts';", ''],
    ["import '../../pages/index.astro';", ''],
    ["import { readFileSync } from 'node:fs';", ''],
    ["import { getEntry } from 'astro:content';", ''],
    ["import Page from '../../../scripts/new.ts';", ''],
    ['', "<script>\n  import { paths } from '../../site-paths.ts';\n</script>"],
    ['', "<script>\n  void import('../../integrations/pdf.ts');\n</script>"],
  ])('may not have %s%s', (frontMatter, script) => {
    const text = `---\n${frontMatter}\n---\n<p>---</p>\n${script}`;
    expect(badImports('components/study/Some.astro', text)).toHaveLength(1);
  });
});
