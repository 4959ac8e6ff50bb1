/**
 * The kinds of content that `npm run new` can create, each with its usage, its files, and the next
 * step.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { contentPaths } from '../src/checked-content.ts';
import { unwritten } from '../src/domain/content-checks/check-content.ts';
import type { Guide } from '../src/domain/guide/build-guide.ts';
import { fillTemplate } from '../src/domain/new-content/fill-template.ts';
import { freeName } from '../src/domain/new-content/free-name.ts';
import { newQuestion } from '../src/domain/new-content/new-question.ts';
import { closest } from '../src/domain/words/closest.ts';
import { typographic } from '../src/domain/words/typographic.ts';
import { type LevelId, levels } from '../src/guide.ts';
import { pathSchema } from '../src/schemas/path.ts';
import { questionSchema } from '../src/schemas/question.ts';
import { sourceSchema } from '../src/schemas/source.ts';
import { termSchema } from '../src/schemas/term.ts';

/** A wrong command line, printed without a stack trace. */
export class UsageError extends Error {}

export interface NewFile {
  /** Path from the project's root. */
  readonly path: string;
  readonly text: string;
  /** Describes the text if it is appended to an existing file. Left out for a new file. */
  readonly adds?: string;
}

export interface Request {
  readonly text: string;
  readonly level?: string | undefined;
  readonly source?: string | undefined;
  readonly questions?: string | undefined;
  /** Reads the content. It is called on demand, because it takes a second. */
  readonly content: () => {
    readonly guide: Guide;
    /** All codes and slugs that were ever used. */
    readonly names: ReadonlySet<string>;
  };
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

interface Kind {
  readonly usage: string;
  /** @throws UsageError if something is missing or unknown */
  readonly make: (request: Request) => readonly NewFile[];
  /**
   * Returns the next steps, which are printed after the files are written. @param id name of the
   * new file
   */
  readonly next: (id: string) => string;
}

const writing = (): string => 'replace each "(to be written)", then run "npm run validate".';

export const kinds = {
  question: {
    usage: 'question --level <level> "The question as an interviewer asks it?"',
    make: question,
    next: writing,
  },
  source: {
    usage: 'source "Title exactly as published"',
    make: ({ text, today }) => {
      fits(text, sourceSchema.shape.title, 'title');
      return [file(`${contentPaths.sources}/${nameOf(text)}.yaml`, sourceRecord(text, today))];
    },
    next: (id) =>
      `add its URL, dates, and kind, replace each "(to be written)", cite it on a page with <Cite id="${id}" />, then run "npm run validate". Until a page or a term cites it, validation reports source-uncited.`,
  },
  term: {
    usage: 'term --source <source> "The term as it appears on pages"',
    make: ({ text, source = '', content }) => {
      fits(text, termSchema.shape.term, 'term');
      const { guide } = content();
      known(source, [...guide.sources.keys()], 'source', 'a file name in content/sources');
      return [
        file(`${contentPaths.glossary}/${nameOf(text)}.yaml`, termRecord(text, source, guide)),
      ];
    },
    next: writing,
  },
  path: {
    usage: 'path --questions <code>,<code>,<code> "Name of the path"',
    make: ({ text, questions = '', content }) => {
      fits(text, pathSchema.shape.title, 'name');
      const codes = questions.split(',').filter((code) => code !== '');
      if (codes.length < 3 || new Set(codes).size < codes.length) {
        throw new UsageError('A path needs three or more questions, each listed once.');
      }
      const { guide } = content();
      const all = [...guide.byCode.keys()];
      for (const code of codes) known(code, all, 'question', 'a code from code-ledger.yaml');
      return [
        file(`${contentPaths.learningPaths}/${nameOf(text)}.yaml`, pathRecord(text, codes, guide)),
      ];
    },
    next: writing,
  },
  figure: {
    usage: 'figure "What it shows"',
    make: ({ text }) => {
      fits(text, line(8, 90), 'name');
      const id = nameOf(text);
      const title = text.replaceAll('*/', '* /');
      return [file(`${contentPaths.figures}/${id}.ts`, filled('figure.ts.txt', { id, title }))];
    },
    next: (id) =>
      `draw it, replace each "(to be written)", put it on a page with <Figure id="${id}" />, then run "npm run validate" and "npx vitest run --project unit figures".`,
  },
  lab: {
    usage: 'lab "Its title"',
    make: ({ text }) => {
      fits(text, line(4, 40), 'title');
      const id = nameOf(text);
      return [
        file(`${contentPaths.labs}/${id}.yaml`, filled('lab.yaml', { title: quoted(text) })),
        file(`src/components/labs/${id}/lab.ts`, filled('lab.ts.txt', {})),
      ];
    },
    next: () =>
      'replace each "(to be written)", choose its theme, draw its picture, and name its questions and sources. Then run "npm run validate", look at it with "npm run dev", and run "npx vitest run --project unit labs". Until it names a question, it appears only on the labs page.',
  },
} as const satisfies Record<string, Kind>;

function question({ text, level = '', content, today }: Request): readonly NewFile[] {
  fits(text, questionSchema.shape.title, 'question');
  const levelIds: readonly string[] = levels.map(({ id }) => id);
  known(level, levelIds, 'level', `one of ${levelIds.join(', ')}`);
  const { guide, names } = content();
  const made = newQuestion({
    template: readTemplate('question.mdx'),
    guide,
    taken: names,
    // The level was checked above.
    level: level as LevelId,
    title: text,
    today,
    random: Math.random,
  });
  return [
    file(`${contentPaths.questions}/${made.slug}.mdx`, made.page),
    {
      path: contentPaths.ledger,
      text: made.ledgerLine,
      adds: `the entry for its code, ${made.code},`,
    },
  ];
}

function sourceRecord(title: string, today: string): string {
  const [year = '', ...day] = today.split('-');
  return filled('source.yaml', {
    title: quoted(title),
    year,
    today,
    inAYear: [Number(year) + 1, ...day].join('-').replace('02-29', '02-28'),
  });
}

function termRecord(term: string, source: string, guide: Guide): string {
  const [code = ''] = guide.sources.get(source)?.citedBy ?? [];
  const topic = guide.byCode.get(code)?.topics[0] ?? guide.topics[0]?.id ?? '';
  return filled('term.yaml', { term: quoted(term), topic, source });
}

/**
 * Returns a learning path for the end of the list. @param codes the codes of its questions, in
 * reading order
 */
function pathRecord(title: string, codes: readonly string[], guide: Guide): string {
  const questions = codes.map(
    (code) => `  - code: ${code}\n    why: "${unwritten} Why it belongs here."`,
  );
  return filled('path.yaml', {
    title: quoted(title),
    minutes: String(codes.length * 10),
    order: String(Math.max(0, ...guide.learningPaths.map((path) => path.order)) + 1),
    questions: questions.join('\n'),
  });
}

function filled(template: string, values: Readonly<Record<string, string>>): string {
  return fillTemplate(readTemplate(template), values);
}

function readTemplate(name: string): string {
  return readFileSync(join('scripts/templates', name), 'utf8');
}

function quoted(text: string): string {
  return JSON.stringify(typographic(text));
}

function file(path: string, text: string): NewFile {
  return { path, text };
}

/** The name isn't varied if the file exists already, because that is an error. */
function nameOf(text: string): string {
  try {
    return freeName(text, new Set());
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function line(least: number, most: number) {
  return z.string().min(least).max(most);
}

function fits(text: string, schema: z.ZodString, name: string): void {
  if (schema.safeParse(text).success) return;
  const found = text === '' ? 'nothing' : `"${text}"`;
  throw new UsageError(
    `The ${name} is ${text === '' ? 'missing' : 'too short or too long'}. Expected ${schema.minLength} to ${schema.maxLength} characters, found ${found}.`,
  );
}

function known(id: string, ids: readonly string[], what: string, expected: string): void {
  if (ids.includes(id)) return;
  if (id === '')
    throw new UsageError(`The ${what} is missing. Expected --${what} with ${expected}.`);
  const meant = closest(id, ids);
  const hint = meant === undefined ? `Expected ${expected}.` : `Did you mean "${meant}"?`;
  throw new UsageError(`"${id}" isn't a ${what}. ${hint}`);
}
