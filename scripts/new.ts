/** `npm run new -- --level advanced "Question?"`: writes a valid page and its line in the ledger. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkContent } from '../src/domain/content-checks/check-content.ts';
import { formatIssue } from '../src/domain/content-checks/issue.ts';
import { newQuestion } from '../src/domain/content-checks/new-question.ts';
import { closest } from '../src/domain/words/closest.ts';
import { type LevelId, levels } from '../src/guide.ts';
import { contentPaths, readContent } from './read-content.ts';

const usage = 'Usage: npm run new -- --level <level> "The question as it is asked?"';
const levelIds = levels.map(({ id }) => id);

/** A mistake of the caller's, told without a stack. */
class UsageError extends Error {}

function isLevel(id: string): id is LevelId {
  return levelIds.some((level) => level === id);
}

function main(): void {
  const { values, positionals } = parseArgs({
    options: { level: { type: 'string' } },
    allowPositionals: true,
    strict: true,
  });
  const level = values.level ?? '';
  const title = positionals.join(' ').trim();
  if (title.length < 20) throw new UsageError(`A question has at least 20 characters.\n${usage}`);
  if (!isLevel(level)) {
    const meant = closest(level, levelIds);
    const hint = meant === undefined ? `one of ${levelIds.join(', ')}` : `"${meant}"?`;
    throw new UsageError(`"${level}" is not a level. Expected ${hint}\n${usage}`);
  }
  const root = process.cwd();
  const { guide, issues, names } = checkContent(readContent(root));
  if (guide === undefined) {
    throw new UsageError(
      `${issues.map(formatIssue).join('\n')}\nMend these first; nothing was written.`,
    );
  }
  const today = new Date().toISOString().slice(0, 10);
  const made = newQuestion({ guide, taken: names, level, title, today, random: Math.random });
  const file = `${contentPaths.questions}/${made.slug}.mdx`;
  writeFileSync(join(root, file), made.page, { flag: 'wx' });
  appendFileSync(join(root, contentPaths.ledger), made.ledgerLine);
  console.log(`Wrote ${file} with the code ${made.code}, and its line in ${contentPaths.ledger}.`);
  console.log('Next: replace each "(to be written)", then run "npm run validate".');
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
