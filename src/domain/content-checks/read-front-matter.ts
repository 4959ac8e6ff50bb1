import { fileStart, issueAt } from './issue.ts';
import { type LocatedYaml, plainLines, readYaml } from './read-yaml.ts';

export interface FrontMatter extends LocatedYaml {
  /** The page with blank lines in place of its front matter, so that line numbers stay correct. */
  readonly body: string;
  /** Number of lines in the front matter, including the two lines of hyphens. */
  readonly lines: number;
}

/** Reads the front matter of a page. Never throws. */
export function readFrontMatter(file: string, text: string): FrontMatter {
  const plain = plainLines(text);
  const match = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/my.exec(plain);
  if (match === null) {
    const issue = issueAt('no-front-matter', file, fileStart, {
      what: 'the page has no front matter',
      expected: 'a first line of three hyphens, the keys, and a second line of three hyphens',
      found: text.trim() === '' ? 'an empty file' : 'text',
      fix: 'start the page with front matter, as in CONTRIBUTING.md',
    });
    return { ...readYaml(file, ''), issues: [issue], body: plain, lines: 0 };
  }
  const blank = match[0].replace(/[^\n]/g, '');
  const body = blank + plain.slice(match[0].length);
  return { ...readYaml(file, match[1] ?? '', 1), body, lines: blank.length };
}
