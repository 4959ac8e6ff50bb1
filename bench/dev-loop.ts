/**
 * The writers' loop: seconds from saving a file to the change on the screen, with the development
 * server and a page open in a real browser. Each edit is made several times; the first ones, while
 * the server warms up, count like the rest.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium, errors, type Page } from 'playwright-core';
import { browserArguments, ensureBrowser } from '../scripts/find-browser.ts';
import { startDevServer } from '../tests/dev-server.ts';
import type { Workspace } from '../tests/workspace.ts';
import { type BenchOptions, baseQuestions } from './bench-options.ts';
import { growQuestions } from './corpus/grow-questions.ts';
import { writeGuide } from './corpus/write-guide.ts';
import { median, table } from './table.ts';

/** An edit: a file, a change that adds a word to it, and the page where the word should appear. */
interface Edit {
  readonly name: string;
  readonly file: string;
  readonly from: RegExp;
  readonly shownOn: string;
}

const question = 'src/content/questions/what-is-samd.mdx';
const page = 'questions/what-is-samd/';

const edits: readonly Edit[] = [
  { name: 'text of a question', file: question, from: /<Listening>\n/, shownOn: page },
  { name: 'title of a question', file: question, from: /^title: "?/m, shownOn: page },
  {
    name: 'definition of a term',
    file: 'src/content/glossary/samd.yaml',
    from: /^definition:\s*(?:>-?\n\s*|['"])?/m,
    shownOn: 'glossary/',
  },
];

/** Measures edits at each size except the largest, as a Markdown table. */
export async function devLoop(options: BenchOptions): Promise<string> {
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: browserArguments,
  });
  const rows: string[][] = [];
  for (const count of options.sizes.filter((size) => size <= 500)) {
    const copy = writeGuide(
      resolve('dist-bench', `dev-${count}`),
      growQuestions(baseQuestions(options), count),
    );
    rows.push(
      ...(await measureCopy(browser, copy, options.runs)).map((row) => [String(count), ...row]),
    );
    copy.remove();
  }
  await browser.close();
  return table(['questions', 'edit', 'median, s', 'most, s'], rows);
}

async function measureCopy(browser: Browser, copy: Workspace, runs: number): Promise<string[][]> {
  const started = performance.now();
  const server = await startDevServer(copy.root);
  try {
    const first = await browser.newPage();
    await first.goto(server.address + page, { timeout: slow });
    await first.close();
    const seconds = (performance.now() - started) / 1000;
    const rows = [['start, to the first page', seconds.toFixed(1), '']];
    for (const edit of edits) {
      const open = await browser.newPage();
      await open.goto(server.address + edit.shownOn, { timeout: slow });
      const times: number[] = [];
      for (let run = 0; run < runs; run += 1) times.push(await timeEdit(open, copy, edit));
      await open.close();
      rows.push([edit.name, shown(median(times)), shown(Math.max(...times))]);
    }
    return rows;
  } finally {
    await server.stop();
  }
}

/** Maximum milliseconds for the first load of a page. */
const slow = 300_000;

/** Seconds after which an edit counts as not shown. */
const patience = 60;

/** Each save writes a different word. */
let saves = 0;

/** Seconds from saving to the word on the screen; infinite if it doesn't appear. */
async function timeEdit(open: Page, copy: Workspace, edit: Edit): Promise<number> {
  const { file, from } = edit;
  saves += 1;
  const word = `edited${saves}x`;
  const before = copy.read(file);
  const after = before.replace(from, (found) => `${found}${word} `);
  if (after === before) throw new Error(`${file} has no place for the edit "${edit.name}".`);
  const saved = performance.now();
  writeFileSync(join(copy.root, file), after);
  try {
    await open
      .getByText(word)
      .first()
      .waitFor({ timeout: patience * 1000 });
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    return Number.POSITIVE_INFINITY;
  }
  return (performance.now() - saved) / 1000;
}

function shown(seconds: number): string {
  return Number.isFinite(seconds) ? seconds.toFixed(2) : `not within ${patience}`;
}
