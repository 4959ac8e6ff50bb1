import { codeLedgerSchema } from '../../schemas/code-ledger.ts';
import { docSchema } from '../../schemas/doc.ts';
import { questionSchema, slugSchema } from '../../schemas/question.ts';
import { buildGuide, type Guide } from '../guide/build-guide.ts';
import { checkGuide, type Ledger, type ValidQuestion } from './check-guide.ts';
import { checkParts } from './check-parts.ts';
import { checkProse } from './check-prose.ts';
import { checkSafety } from './check-safety.ts';
import { checkSchema } from './check-schema.ts';
import { type Issue, inFileOrder, shown } from './issue.ts';
import { unwritten } from './new-question.ts';
import { readYaml } from './read-front-matter.ts';
import { type Page, readPage, type SourceFile } from './read-page.ts';

/** Everything that writers touch, as read from the disk. */
export interface ContentFiles {
  readonly questions: readonly SourceFile[];
  readonly docs: readonly SourceFile[];
  readonly ledger: SourceFile;
}

/** The outcome of all checks: every problem in file order, and the guide if there is none. */
export interface CheckedContent {
  readonly issues: readonly Issue[];
  readonly guide: Guide | undefined;
  /** Every code and slug that was ever given. */
  readonly names: ReadonlySet<string>;
  /** Pages that still hold text written by `npm run new`. */
  readonly unwritten: readonly string[];
}

/** Runs every check over the content. All problems come back at once. */
export function checkContent(files: ContentFiles): CheckedContent {
  const ledger = readLedger(files.ledger);
  const names = files.questions.map((source) => ({ source, slug: slugOf(source.file) }));
  const slugs = new Set(names.map(({ slug }) => slug));
  const checked = names.map(({ source, slug }) => checkQuestion(source, slug, slugs));
  const questions = checked.flatMap(({ question }) => question ?? []);
  const complete = questions.length === checked.length;
  const issues = [
    ...ledger.issues,
    ...checked.flatMap((page) => page.issues),
    ...files.docs.flatMap((source) => checkDoc(source, slugs)),
    ...(ledger.issues.length === 0
      ? checkGuide({ questions, ledger: ledger.ledger, complete })
      : []),
  ];
  return {
    issues: inFileOrder(issues),
    guide: issues.length === 0 ? buildGuide(questions, ledger.ledger.entries) : undefined,
    names: new Set(ledger.ledger.entries.flatMap(({ code, slugs: given }) => [code, ...given])),
    unwritten: files.questions
      .filter(({ text }) => text.includes(unwritten))
      .map(({ file }) => file),
  };
}

function slugOf(file: string): string {
  return (file.split('/').at(-1) ?? file).replace(/\.[^.]*$/, '');
}

function readLedger({ file, text }: SourceFile): { ledger: Ledger; issues: readonly Issue[] } {
  const yaml = readYaml(file, text);
  const checked = checkSchema(file, yaml, codeLedgerSchema);
  return { ledger: { file, yaml, entries: checked.value ?? [] }, issues: checked.issues };
}

function checkQuestion(
  source: SourceFile,
  slug: string,
  slugs: ReadonlySet<string>,
): { question: ValidQuestion | undefined; issues: readonly Issue[] } {
  const { file } = source;
  const page = readPage(source);
  const { frontMatter } = page;
  const schema = checkSchema(file, frontMatter, questionSchema);
  const { value: data } = schema;
  return {
    question: data === undefined ? undefined : { file, slug, data, frontMatter },
    issues: [
      ...nameIssues(file, slug, '.mdx'),
      ...schema.issues,
      ...proseIssues(page, slugs, 3),
      ...(page.tree === undefined ? [] : checkParts(file, page.tree)),
    ],
  };
}

function checkDoc(source: SourceFile, slugs: ReadonlySet<string>): readonly Issue[] {
  const page = readPage(source);
  return [
    ...nameIssues(source.file, slugOf(source.file), '.md'),
    ...checkSchema(source.file, page.frontMatter, docSchema).issues,
    ...proseIssues(page, slugs, 2),
  ];
}

function proseIssues(page: Page, slugs: ReadonlySet<string>, firstHeading: number): Issue[] {
  const { file, tree, issues } = page;
  if (tree === undefined) return [...issues];
  return [...checkSafety(file, tree), ...checkProse(file, tree, { firstHeading, slugs })];
}

function nameIssues(file: string, slug: string, ending: string): Issue[] {
  const name = file.split('/').at(-1) ?? file;
  if (name === slug + ending && slugSchema.safeParse(slug).success) return [];
  return [
    {
      kind: 'file-name',
      file,
      line: 1,
      column: 1,
      what: 'the file name can not become an address',
      expected: `lower-case words joined by hyphens, ending in ${ending}`,
      found: shown(name),
      fix: 'rename the file',
    },
  ];
}
