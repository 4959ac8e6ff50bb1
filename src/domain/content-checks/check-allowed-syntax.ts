import { writtenParts } from '../guide/parts.ts';
import { closest } from '../words/closest.ts';
import { type Issue, issueAt, type Problem, shown } from './issue.ts';
import { type AnyNode, type Attribute, isElement, startOf, walk } from './node.ts';

/** The only components that pages may use, with their attributes. */
const allowed: ReadonlyMap<string, readonly string[]> = new Map([
  ...writtenParts.map(({ component }): [string, string[]] => [component, []]),
  ['Cite', ['id', 'history']],
  ['Worked', ['id']],
  ['Figure', ['id']],
]);
const allowedComponents = [...allowed.keys()];

export const isAllowed = (component: string): boolean => allowed.has(component);

const insteadOf: Readonly<Record<string, string>> = {
  a: 'write [text](https://…)',
  b: 'write **bold**',
  br: 'start a new paragraph after an empty line',
  em: 'write *italic*',
  i: 'write *italic*',
  img: 'draw it in src/components/figures/drawn and write <Figure id="…" />',
  li: 'start the line with "- " or "1. "',
  strong: 'write **bold**',
};

/**
 * Makes sure that a page consists only of Markdown, comments, and the guide's components with their
 * attributes. Rejects imports, exports, other expressions, raw HTML, images, and links that are
 * neither within the guide nor https.
 */
export function checkAllowedSyntax(file: string, tree: AnyNode): Issue[] {
  return walk(tree).flatMap((node) => [
    ...codeIn(file, node),
    ...elementIssues(file, node),
    ...checkAddress(file, node),
  ]);
}

function* codeIn(file: string, node: AnyNode): Generator<Issue> {
  const { type, value = '' } = node;
  const isModule = type === 'mdxjsEsm';
  const isExpression = type === 'mdxFlowExpression' || type === 'mdxTextExpression';
  if (!isModule && (!isExpression || isComment(value))) return;
  yield issueAt('code-in-page', file, startOf(node), {
    what: isModule ? 'pages may not import or export' : 'pages may not use expressions',
    expected: 'text, Markdown, and the parts of a page',
    found: shown(value),
    fix: isModule
      ? 'remove the line; parts don’t need an import'
      : 'remove the braces, or write the text itself',
  });
}

function isComment(code: string): boolean {
  return /^\s*(\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)*$/.test(code);
}

function elementIssues(file: string, node: AnyNode): Issue[] {
  // In plain Markdown, HTML becomes nodes of type "html".
  const unknown = (tag: string): Issue =>
    issueAt('unknown-component', file, startOf(node), { ...unknownComponent(tag), found: tag });
  if (node.type === 'html') return [unknown(node.value ?? '')];
  if (!isElement(node)) return [];
  const name = node.name ?? '';
  const attributes = allowed.get(name);
  if (attributes === undefined) return [unknown(`<${name}>`)];
  return [...repeatedAttributes(file, node), ...forbiddenAttributes(file, node, attributes)];
}

/**
 * Reports repeated attributes, because MDX uses the last value, but code that reads the syntax tree
 * uses the first.
 */
function repeatedAttributes(file: string, node: AnyNode): Issue[] {
  const names = (node.attributes ?? []).flatMap(({ name }) => name ?? []);
  return names
    .filter((name, index) => names.indexOf(name) < index)
    .map((name) =>
      issueAt('unknown-attribute', file, startOf(node), {
        what: `<${node.name}> has the attribute "${name}" twice`,
        expected: 'each attribute once',
        found: 'a second one',
        fix: 'keep one of the two',
      }),
    );
}

function* forbiddenAttributes(
  file: string,
  node: AnyNode,
  names: readonly string[],
): Generator<Issue> {
  for (const attribute of node.attributes ?? []) {
    const { name } = attribute;
    const computed = isComputed(attribute);
    if (name !== undefined && names.includes(name) && !computed) continue;
    yield issueAt('unknown-attribute', file, startOf(node), {
      what: `<${node.name}> may not have this attribute`,
      expected: names.length === 0 ? 'no attribute' : `${names.join(', ')} as plain text`,
      found:
        name === undefined
          ? 'a spread expression'
          : `the attribute "${name}"${computed ? ', computed' : ''}`,
      fix: 'remove the attribute, or write its value in quotes',
    });
  }
}

function isComputed({ value }: Attribute): boolean {
  return typeof value === 'object' && value !== null;
}

/** @param tag a tag such as `<b>`, or a whole HTML block */
export function unknownComponent(tag: string): Omit<Problem, 'found'> {
  const [, name = ''] = /^<\/?(\w+)/.exec(tag) ?? [];
  const instead = Object.hasOwn(insteadOf, name) ? insteadOf[name] : undefined;
  const meant = instead === undefined ? closest(name, allowedComponents) : undefined;
  return {
    what: `pages may not use ${tag}`,
    expected:
      meant === undefined ? `Markdown or one of ${allowedComponents.join(', ')}` : `<${meant}>`,
    fix:
      meant === undefined
        ? (instead ?? 'write it in Markdown, without the tag')
        : `write <${meant}>`,
  };
}

const somePage = new URL('https://guide.invalid/questions/some-question/');

/**
 * True if browsers resolve a URL to a page in the guide, or if it starts with https:// and has no
 * user name or password. This isn't obvious from the text: `java&Tab;script:` runs, `\\host` and
 * `//host` leave the site, and the part before an `@` only looks like a host.
 */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address, somePage)) return false;
  const { protocol, host, username, password } = new URL(address, somePage);
  const isWithin = host === somePage.host || /^https:\/\//i.test(address);
  return protocol === 'https:' && isWithin && username === '' && password === '';
}

function* checkAddress(file: string, node: AnyNode): Generator<Issue> {
  const { type, url } = node;
  if (type === 'image' || type === 'imageReference') {
    yield issueAt('picture', file, startOf(node), {
      what: 'pages can’t have images',
      expected: 'a figure drawn in code, with a description for readers who can’t see it',
      found: shown(url ?? 'an image'),
      fix: 'draw it in src/components/figures/drawn and write <Figure id="…" />',
    });
  }
  if ((type === 'link' || type === 'definition') && !isSafeAddress(url ?? '')) {
    yield issueAt('bad-link', file, startOf(node), {
      what: 'the link is neither within the guide nor https',
      expected: 'https://…, ../slug/ or #part',
      found: shown(url ?? ''),
      fix: url?.startsWith('http://')
        ? `write ${url.replace('http:', 'https:')} if it opens, or remove the link`
        : 'link to an https URL, or remove the link',
    });
  }
}
