import { fileStart, type Issue, issueAt } from './issue.ts';

/**
 * More than three times the longest page. A hostile text can make a parser take more than twice
 * the time for twice the length.
 */
const maxCharacters = 50_000;

/** The ledger has a line for each code ever used; this is room for seven thousand. */
const maxLedgerCharacters = 500_000;

/** Maximum open brackets at once, and hyphens in a row that open lists, because parsers recurse. */
const maxLevels = 100;

/** Maximum opening braces, because MDX searches the rest of the page for the end of each. */
const maxBraces = 500;

/** Runs before the parsers, which such a file would slow down. */
export function tooLarge(file: string, text: string): Issue[] {
  const most = file.endsWith('code-ledger.yaml') ? maxLedgerCharacters : maxCharacters;
  if (text.length > most) return [issue(file, `${most} characters`, `${text.length}`)];
  if (isNestedDeep(text)) return [issue(file, `${maxLevels} levels of nesting`, 'more')];
  const braces = most === maxLedgerCharacters ? 0 : text.split('{').length - 1;
  return braces > maxBraces ? [issue(file, `${maxBraces} opening braces`, `${braces}`)] : [];
}

function isNestedDeep(text: string): boolean {
  if (new RegExp(`(?:- ){${maxLevels}}`).test(text)) return true;
  let open = 0;
  for (const [bracket] of text.matchAll(/[[{\]}]/g)) {
    open = bracket === '[' || bracket === '{' ? open + 1 : Math.max(0, open - 1);
    if (open > maxLevels) return true;
  }
  return false;
}

function issue(file: string, limit: string, found: string): Issue {
  return issueAt('too-large', file, fileStart, {
    what: 'the file is too large',
    expected: `at most ${limit}`,
    found,
    fix: 'check what is in the file; nothing in the guide comes close to this size',
  });
}
