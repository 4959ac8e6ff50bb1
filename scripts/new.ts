/**
 * `npm run new -- <kind> "Title"`: writes a valid question, source, term, path, figure, or lab to
 * start from. Its placeholders say what still has to be written.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { parseArgs } from 'node:util';
import { contentPaths, readContent } from '../src/checked-content.ts';
import { checkContent, unwritten } from '../src/domain/content-checks/check-content.ts';
import { formatIssue } from '../src/domain/content-checks/issue.ts';
import { fillTemplate, freeName, newQuestion } from '../src/domain/new-content/new-question.ts';
import { dayOfMoment } from '../src/domain/review/days.ts';
import { closest } from '../src/domain/words/closest.ts';
import { typographic } from '../src/domain/words/typographic.ts';
import { levels } from '../src/guide-settings.ts';

class UsageError extends Error {}

interface NewFile {
  readonly path: string;
  readonly text: string;
  /** A description of what is added to an existing file. Undefined if the file is new. */
  readonly adds?: string;
}

interface Kind {
  readonly usage: string;
  readonly make: (title: string, level: string) => readonly NewFile[];
  /** Says what to do next. @param id the name of the new file, without its extension */
  readonly next?: (id: string) => string;
}

const [year = '', ...day] = dayOfMoment(Date.now()).split('-');
const today = [year, ...day].join('-');

const kinds: Readonly<Record<string, Kind>> = {
  question: {
    usage: 'question --level <level> "The question as an interviewer asks it?"',
    make: question,
  },
  source: {
    usage: 'source "Title exactly as published"',
    make: (title) => {
      const inAYear = [Number(year) + 1, ...day].join('-').replace('02-29', '02-28');
      const values = { title: quoted(title), year, today, inAYear };
      return [fromTemplate('source.yaml', contentPaths.sources, title, values)];
    },
    next: (id) => `cite it on a page with <Cite id="${id}" />`,
  },
  term: {
    usage: 'term "The term as it appears on pages"',
    make: (term) => {
      const { guide } = readGuide();
      const values = {
        term: quoted(term),
        topic: guide.topics[0]?.id ?? '',
        source: [...guide.sources.keys()][0] ?? '',
      };
      return [fromTemplate('term.yaml', contentPaths.glossary, term, values)];
    },
  },
  path: {
    usage: 'path "Name of the path"',
    make: (title) => {
      const { guide } = readGuide();
      const questions = guide.questions
        .slice(0, 3)
        .map(({ code }) => `  - code: ${code}\n    why: "${unwritten} Why it belongs here."`);
      const values = {
        title: quoted(title),
        order: String(Math.max(0, ...guide.learningPaths.map((path) => path.order)) + 1),
        questions: questions.join('\n'),
      };
      return [fromTemplate('path.yaml', contentPaths.learningPaths, title, values)];
    },
  },
  figure: {
    usage: 'figure "What it shows"',
    make: (text) => {
      const values = { title: text.replaceAll('*/', '* /') };
      return [fromTemplate('figure.ts.txt', contentPaths.figures, text, values)];
    },
    next: (id) => `draw it, and put it on a page with <Figure id="${id}" />`,
  },
  lab: {
    usage: 'lab "Its title"',
    make: (title) => [
      fromTemplate('lab.yaml', contentPaths.labs, title, { title: quoted(title) }),
      {
        path: `src/components/labs/${nameOf(title)}/view.ts`,
        text: fillTemplate(template('lab-view.ts.txt'), {}),
      },
    ],
    next: () => 'choose its theme, draw its picture, and name its questions and sources',
  },
};

const usage = `Usage: npm run new -- <kind> …\n${Object.values(kinds)
  .map((kind) => `  npm run new -- ${kind.usage}`)
  .join('\n')}`;

function main(): void {
  const { values, positionals } = parseArgs({
    options: { level: { type: 'string', default: '' } },
    allowPositionals: true,
  });
  // With `--level`, the word "question" is optional.
  const [first = '', ...rest] = values.level === '' ? positionals : ['question', ...positionals];
  const kind = kinds[first];
  if (kind === undefined) {
    const meant = closest(first, Object.keys(kinds));
    const hint = meant === undefined ? '' : `"${first}" isn't a kind. Did you mean "${meant}"?\n`;
    throw new UsageError(hint + usage);
  }
  const title = rest
    .join(' ')
    .replace(/^question /, '')
    .trim();
  write(kind.make(title, values.level), kind.next);
}

function question(title: string, level: string): readonly NewFile[] {
  const known = levels.find(({ id }) => id === level);
  if (known === undefined) {
    const ids = levels.map(({ id }) => id);
    const meant = closest(level, ids);
    const hint = meant === undefined ? `Expected ${ids.join(', ')}.` : `Did you mean "${meant}"?`;
    throw new UsageError(`"${level}" isn't a level. ${hint}`);
  }
  const { guide, names } = readGuide();
  const made = newQuestion({
    template: template('question.mdx'),
    guide,
    taken: names,
    level: known.id,
    title,
    today,
    random: Math.random,
  });
  return [
    { path: `${contentPaths.questions}/${made.slug}.mdx`, text: made.page },
    {
      path: contentPaths.ledger,
      text: made.ledgerLine,
      adds: `the entry for its code, ${made.code},`,
    },
  ];
}

/** Reads the guide even if it still has placeholders. */
function readGuide() {
  const { draft, issues, names } = checkContent(readContent(process.cwd()));
  if (draft !== undefined) return { guide: draft, names };
  const problems = issues.map(formatIssue).join('\n');
  throw new UsageError(`${problems}\nFix these first. Nothing was written.`);
}

function fromTemplate(
  file: string,
  folder: string,
  title: string,
  values: Readonly<Record<string, string>>,
): NewFile {
  const [, extension] = /(\.\w+)(?:\.txt)?$/.exec(file) ?? [];
  const path = `${folder}/${nameOf(title)}${extension}`;
  return { path, text: fillTemplate(template(file), values) };
}

function template(name: string): string {
  return readFileSync(join('scripts/templates', name), 'utf8');
}

function quoted(text: string): string {
  return JSON.stringify(typographic(text));
}

/**
 * Returns a file name for a title. The name may already be taken, which `write` reports as an
 * error.
 */
function nameOf(text: string): string {
  return freeName(text, new Set());
}

function write(files: readonly NewFile[], next: Kind['next']): void {
  const there = files.find(({ path, adds }) => adds === undefined && existsSync(path));
  if (there !== undefined) {
    throw new UsageError(`${there.path} already exists. Nothing was written. Use different words.`);
  }
  for (const { path, text, adds } of files) {
    mkdirSync(dirname(path), { recursive: true });
    // An empty YAML list is written as `[]`, and nothing may follow it.
    const isEmpty = existsSync(path) && /^\s*\[\s*\]\s*$/.test(readFileSync(path, 'utf8'));
    if (adds === undefined || isEmpty) writeFileSync(path, text);
    else appendFileSync(path, text);
    console.log(adds === undefined ? `Wrote ${path}.` : `Added ${adds} to ${path}.`);
  }
  const step = next?.(parse(files[0]?.path ?? '').name);
  console.log(
    `Next: replace each "(to be written)"${step === undefined ? '' : `, ${step}`}, then run "npm run validate".`,
  );
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
