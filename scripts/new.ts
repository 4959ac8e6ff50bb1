/**
 * `npm run new -- <kind> …`: writes a valid question, source, term, path, figure, or lab to start
 * from.
 */

import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';

import { parseArgs } from 'node:util';
import { readContent } from '../src/checked-content.ts';
import { checkContent } from '../src/domain/content-checks/check-content.ts';
import { formatIssue } from '../src/domain/content-checks/issue.ts';
import { dayOfMoment } from '../src/domain/review/days.ts';
import { closest } from '../src/domain/words/closest.ts';
import { kinds, type NewFile, type Request, UsageError } from './new-kinds.ts';

const usage = `Usage: npm run new -- <kind> …\n${Object.values(kinds)
  .map((kind) => `  npm run new -- ${kind.usage}`)
  .join('\n')}`;

function main(): void {
  const { values, positionals } = parseArgs({
    options: {
      level: { type: 'string' },
      source: { type: 'string' },
      questions: { type: 'string' },
    },
    allowPositionals: true,
    strict: true,
  });
  const [first = '', ...rest] = positionals;
  // The word "question" is optional.
  const isNamed = Object.hasOwn(kinds, first);
  const kind = kinds[isNamed ? (first as keyof typeof kinds) : 'question'];
  const text = (isNamed ? rest : positionals).join(' ').trim();
  if (positionals.length === 0) throw new UsageError(usage);
  const isBare = !isNamed && values.level === undefined;
  const meant = isBare ? closest(first, Object.keys(kinds)) : undefined;
  if (meant !== undefined)
    throw new UsageError(`"${first}" isn't a kind. Did you mean "${meant}"?\n${usage}`);
  const today = dayOfMoment(Date.now());
  const request = { ...values, text, today, content };
  try {
    report(kind.make(request), kind.next);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const shown = isNamed || values.level !== undefined ? `  npm run new -- ${kind.usage}` : usage;
    throw new UsageError(`${error.message}\n${shown}`);
  }
}

function content(): ReturnType<Request['content']> {
  const { draft, issues, names } = checkContent(readContent(process.cwd()));
  if (draft === undefined) {
    throw new UsageError(
      `${issues.map(formatIssue).join('\n')}\nFix these first. Nothing was written.`,
    );
  }
  return { guide: draft, names };
}

function report(files: readonly NewFile[], next: (id: string) => string): void {
  const there = files.find(({ path, adds }) => adds === undefined && existsSync(path));
  if (there !== undefined) {
    throw new UsageError(`${there.path} already exists. Nothing was written. Use different words.`);
  }
  const [{ path: made } = { path: '' }] = files;
  for (const { path, text, adds } of files) {
    const file = join(process.cwd(), path);
    mkdirSync(dirname(file), { recursive: true });
    if (adds === undefined) writeFileSync(file, text, { flag: 'wx' });
    else append(file, text);
    console.log(adds === undefined ? `Wrote ${path}.` : `Added ${adds} to ${path}.`);
  }
  console.log(`Next: ${next(parse(made).name)}`);
}

/**
 * Appends to a list. An empty list is written as `[]`, after which nothing may follow, so it is
 * replaced.
 */
function append(file: string, text: string): void {
  const isEmpty = existsSync(file) && /^\s*\[\s*\]\s*$/.test(readFileSync(file, 'utf8'));
  if (isEmpty) writeFileSync(file, text);
  else appendFileSync(file, text);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
