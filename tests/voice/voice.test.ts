import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allowed, type Exception } from './allowed.ts';
import { proseLines } from './prose.ts';
import { dates, phrases, quotationMarks, shortDates, spellings } from './rules.ts';

const folders = ['src', 'scripts', 'tests', 'bench', 'docs', 'deploy', '.github'];
const kinds = /\.(?:ts|mjs|astro|css|mdx?|ya?ml|conf)$/;

interface Finding {
  readonly file: string;
  readonly line: string;
  readonly message: string;
}

/** All text files of the repository, except the rules themselves. */
function files(): string[] {
  return ['.', ...folders]
    .flatMap((folder) => readdirSync(folder, { recursive: folder !== '.', withFileTypes: true }))
    .filter((entry) => entry.isFile() && kinds.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => !file.startsWith('tests/voice/') && !file.includes('node_modules'));
}

/** A single pattern, so that lines without a match are fast. */
const anyPhrase = new RegExp(phrases.map(({ pattern }) => pattern.source).join('|'), 'i');

const date = '“November 24, 2026”';

function check(file: string, text: string): Finding[] {
  const isContent = file.startsWith('src/content/');
  const lines = isContent ? proseLines(file, text) : text.split('\n');
  const prose = isContent || file.endsWith('.md') ? proseLines(file, text) : [];
  return lines.flatMap((line, index) =>
    [
      ...(anyPhrase.test(line) ? phrases : []).flatMap((rule) =>
        matches(line, rule.pattern, rule.instead),
      ),
      ...britishWords(line),
      ...(/\d/.test(line) ? dates : []).flatMap((pattern) => matches(line, pattern, date)),
      ...matches(prose[index] ?? '', shortDates, date),
      ...(isContent ? quotationMarks : []).flatMap((rule) =>
        matches(line, rule.pattern, rule.instead),
      ),
    ].map((problem) => ({ file, line, message: `${file}:${index + 1}  ${problem}` })),
  );
}

function matches(line: string, pattern: RegExp, instead: string): string[] {
  return [...line.matchAll(pattern)].map(([phrase]) => `“${phrase.trim()}”: write ${instead}`);
}

function britishWords(line: string): string[] {
  return [...line.matchAll(/[a-z]{4,}/gi)].flatMap(([word]) => {
    const instead = american(word.toLowerCase());
    return instead === undefined ? [] : [`“${word}”: write “${instead}”`];
  });
}

const verdicts = new Map<string, string | undefined>();

/** The American spelling of a British word in lower case. */
function american(word: string): string | undefined {
  if (!verdicts.has(word)) {
    const rule = spellings.find(([pattern]) => pattern.test(word));
    verdicts.set(word, rule && word.replace(...rule));
  }
  return verdicts.get(word);
}

function isAllowed({ file, line }: Finding, exception: Exception): boolean {
  return file === exception.in && line.includes(exception.text ?? '');
}

describe('code, docs, and content', () => {
  const findings = files().flatMap((file) => check(file, readFileSync(file, 'utf8')));

  it('are plain American English', () => {
    const open = findings.filter((finding) => !allowed.some((one) => isAllowed(finding, one)));
    expect(open.map(({ message }) => message)).toEqual([]);
  });

  it('need each exception', () => {
    const unused = allowed.filter((one) => !findings.some((finding) => isAllowed(finding, one)));
    expect(unused).toEqual([]);
  });
});

describe('the check', () => {
  it.each([
    ['a.ts', '// Whoever opens it is told.', ['Whoever', 'is told']],
    ['a.ts', "say('There is no page. This is no score.')", ['is no s']],
    [
      'a.md',
      'The colour, organised towards 2 August 2028',
      ['colour', 'organised', '2 August 2028'],
    ],
    ['a.md', 'On Nov 24, 2026 or 2026-11-25, not `2026-11-26`', ['Nov 24, 2026', '2026-11-25']],
    ['src/content/questions/a.mdx', '---\ntitle: "A"\n---\nIt isn\'t `"code"`.', ["'"]],
    ['src/content/sources/a.yaml', "title: 'Towards it'\nsays: 'Say \"yes\".'", ['"', '"']],
  ])('finds in %s, %j', (file, text, phrases) => {
    const found = check(file, text).map(({ message }) => /“(.*?)”/.exec(message)?.[1]);
    expect(found).toEqual(expect.arrayContaining(phrases));
  });

  it('says where, what, and what to write instead', () => {
    expect(check('docs/a.md', '\nthe centre').map(({ message }) => message)).toEqual([
      'docs/a.md:2  “centre”: write “center”',
    ]);
  });
});
