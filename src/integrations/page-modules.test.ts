import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { compilePagesWith, pageModules } from './page-modules.ts';

/** A page as Astro compiles it. */
const compiled = `import { Fragment as _Fragment, jsx as _jsx } from "astro/jsx-runtime";
function MDXContent(props) {
    return _jsx(_Fragment, { children: Object.keys(props.components) });
}

export const frontmatter = {};
export function getHeadings() { return ["one"]; }`;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'guide-pages-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

async function load(page: string, code = compiled) {
  writeFileSync(join(root, 'page.mdx'), page);
  const seen: string[] = [];
  compilePagesWith(async (text) => {
    seen.push(text);
    return { code };
  }, root);
  const { default: own } = await pageModules.get('page.mdx')();
  return { seen, ...(await own.getMod()) };
}

it('a page is compiled without its front matter when it is asked for, and run', async () => {
  const page = await load('---\ntitle: x\n---\n\nText\n');
  expect(page.seen).toEqual(['\n\n\n\nText\n']);
  expect(page.getHeadings()).toEqual(['one']);
  const content = page.Content({ components: { Hint: () => 'hint' } });
  expect(content).toMatchObject({ props: { children: ['Fragment', 'Hint'] } });
});

it('a page that could run something is not even compiled', async () => {
  await expect(load('---\ntitle: x\n---\n\n{process.exit()}\n')).rejects.toThrow('compute');
});

it('a compiled page that imports or exports anything else is refused', async () => {
  const page = '---\ntitle: x\n---\n\nText\n';
  await expect(load(page, `${compiled}\nimport "node:fs";`)).rejects.toThrow(SyntaxError);
  await expect(load(page, `${compiled}\nexport const x = 1;`)).rejects.toThrow(SyntaxError);
});
