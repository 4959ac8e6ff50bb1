/**
 * What Astro renders questions with, in the place of its list of compiled pages: each page is
 * compiled when it is asked for and forgotten when it is rendered. Bundled pages all stand in memory
 * at once, as syntax trees, as code and as loaded modules: 2 MB a question.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import * as runtime from 'astro/jsx-runtime';
import { readGuarded } from './guarded-pages.ts';

/** Compiles a page without front matter, given its path, to a module. */
export type Compiler = (text: string, path: string) => Promise<{ readonly code: string }>;

/** A component as compiled MDX has it. */
type Component = (props: { readonly components?: object }) => unknown;

/** What a page's module exports. */
interface Page {
  readonly MDXContent: Component;
  readonly getHeadings: () => unknown;
  readonly frontmatter: object;
}

let root = '';
let compile: Compiler = () => Promise.reject(new Error('Nothing says how pages are compiled.'));

/** Says how the pages of a project are compiled, and where it stands. */
export function compilePagesWith(compiler: Compiler, project: string): void {
  compile = compiler;
  root = project;
}

/** The list: of each page, by its path from the project's root, what loads its module. */
export const pageModules = {
  get: (file: string) => async () => ({
    // As Astro's own list has it: a page might bring sheets and scripts with it; none of these does.
    default: {
      __astroPropagation: true,
      getMod: () => loadPage(file),
      collectedLinks: [],
      collectedStyles: [],
      collectedScripts: [],
    },
  }),
};

async function loadPage(file: string) {
  const path = join(root, file);
  const { body } = readGuarded({ file, text: await readFile(path, 'utf8') });
  const { MDXContent, ...page } = run((await compile(body, path)).code, path);
  const Content: Component = (props) =>
    MDXContent({ ...props, components: { Fragment: runtime.Fragment, ...props.components } });
  Object.assign(Content, {
    [Symbol.for('mdx-component')]: true,
    [Symbol.for('astro.needsHeadRendering')]: true,
    [Symbol.for('astro:renderer')]: 'astro:jsx',
  });
  return { ...page, Content };
}

/** Runs a compiled page as the body of a function, which is gone when nothing holds it; anything in it but its one import and its exports is an error. */
function run(code: string, path: string): Page {
  const body = code
    .replace(
      /^import \{([^}]*)\} from "astro\/jsx-runtime";$/m,
      (_, names: string) => `const {${names.replaceAll(' as ', ': ')}} = runtime;`,
    )
    .replace(
      /^export (?:default )?(?=const frontmatter |function (?:getHeadings|MDXContent)\()/gm,
      '',
    );
  const result = 'return { MDXContent, getHeadings, frontmatter };';
  return compileFunction(`${body}\n${result}`, ['runtime'], { filename: path })(runtime) as Page;
}
