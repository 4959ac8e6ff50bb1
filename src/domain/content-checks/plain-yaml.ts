import { type Document, isMap, isNode, isScalar, type Node, type Pair, visit } from 'yaml';
import { type Issue, issueAt, type Position, type Problem } from './issue.ts';

/** Numbers that every YAML parser reads as the same number. */
const plainNumber = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/**
 * Refuses YAML that parsers read differently (octal and hexadecimal numbers, tags, directives),
 * that can expand a short text into a long one (anchors and aliases), and keys that aren't text or
 * are repeated. The guide's content needs none of it.
 */
export function plainYaml(
  file: string,
  document: Document,
  toPosition: (offset: number) => Position,
): Issue[] {
  const issues: Issue[] = [];
  const add = (node: Node | undefined, problem: Problem): void => {
    issues.push(issueAt('bad-yaml', file, toPosition(node?.range?.[0] ?? 0), problem));
  };
  if (hasDirectives(document)) add(undefined, refused('a directive', 'a line that starts with %'));
  visit(document, {
    Alias: (_, node) => add(node, refused('an alias', `*${node.source}`)),
    Value: (_, node) => {
      if (node.anchor) add(node, refused('an anchor', `&${node.anchor}`));
      if (node.tag) add(node, refused('a tag', node.tag));
      if (isScalar(node) && typeof node.value === 'number' && !plainNumber.test(node.source ?? ''))
        add(node, otherNumber(String(node.source)));
      if (isMap(node)) keyIssues(node.items).forEach(([key, problem]) => void add(key, problem));
    },
  });
  return issues;
}

function hasDirectives({ directives }: Document): boolean {
  return directives?.yaml.explicit === true || Object.keys(directives?.tags ?? {}).length > 1;
}

function keyIssues(pairs: readonly Pair[]): [Node | undefined, Problem][] {
  const seen = new Set<string>();
  return pairs.flatMap(({ key }): [Node | undefined, Problem][] => {
    if (!isScalar(key) || typeof key.value !== 'string') {
      const found = isScalar(key) ? String(key.value) : 'a list or nested keys';
      return [[isNode(key) ? key : undefined, refused('a key that isn’t text', found)]];
    }
    const { value } = key;
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    const problem = {
      what: `the key "${value}" is repeated`,
      expected: 'each key once',
      found: 'a second one here',
      fix: 'keep one of the two',
    };
    return [[key, problem]];
  });
}

function otherNumber(source: string): Problem {
  return {
    what: 'this number means different things to different programs',
    expected: 'digits, with at most one decimal point',
    found: source,
    fix: 'write the number in plain digits, or put it in quotes if it is text',
  };
}

function refused(what: string, found: string): Problem {
  return {
    what: `the YAML has ${what}`,
    expected: 'plain keys and values',
    found: found.length > 80 ? `${found.slice(0, 77)}…` : found,
    fix: 'write the value itself, in quotes if it is text',
  };
}
