import type { z } from 'astro/zod';
import { codeLedgerSchema } from '../../schemas/code-ledger.ts';
import { docSchema } from '../../schemas/doc.ts';
import { labSchema } from '../../schemas/lab.ts';
import { pathSchema } from '../../schemas/path.ts';
import { questionSchema, slugSchema } from '../../schemas/question.ts';
import { sourceSchema } from '../../schemas/source.ts';
import { termSchema } from '../../schemas/term.ts';
import { buildGuide, type Guide } from '../guide/build-guide.ts';
import { acronymCheck } from './check-acronyms.ts';
import { checkAllowedSyntax } from './check-allowed-syntax.ts';
import { checkCitations, checkInserts, type SourceTable } from './check-citations.ts';
import { changesOutOfOrder, checkDays } from './check-dates.ts';
import { borrowedClaims, checkDocs, companionLinks, unnamedDocs } from './check-docs.ts';
import { checkGuide, type Ledger, type ValidEntry, type ValidQuestion } from './check-guide.ts';
import { checkLengths } from './check-lengths.ts';
import { checkLibrary, type Library } from './check-library.ts';
import { checkListings } from './check-listings.ts';
import { checkMarkdown, type MarkdownContext } from './check-markdown.ts';
import { checkParts } from './check-parts.ts';
import { checkSamplesAndProbes } from './check-samples-and-probes.ts';
import { checkSchema, validFields } from './check-schema.ts';
import { checkRecordVoice, checkVoice } from './check-voice.ts';
import { fileStart, type Issue, inFileOrder, issueAt, shown } from './issue.ts';
import type { AnyNode } from './node.ts';
import { type Page, readPage, type SourceFile } from './read-page.ts';
import { readYaml } from './read-yaml.ts';

/** The placeholder for text in the files that `npm run new` creates. */
export const unwritten = '(to be written)';

export interface ContentFiles {
  readonly questions: readonly SourceFile[];
  readonly docs: readonly SourceFile[];
  readonly sources: readonly SourceFile[];
  readonly glossary: readonly SourceFile[];
  readonly learningPaths: readonly SourceFile[];
  readonly labs: readonly SourceFile[];
  readonly ledger: SourceFile;
  /** Paths of anything in the content folder that isn't a known kind of content file. */
  readonly strays: readonly string[];
  readonly figures: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export interface CheckedContent {
  readonly issues: readonly Issue[];
  /** Warnings about things that may be intended. */
  readonly warnings: readonly string[];
  /** The guide, or undefined if there are problems. */
  readonly guide: Guide | undefined;
  /**
   * The guide even if some of its content is still to be written, or undefined if there are other
   * problems.
   */
  readonly draft: Guide | undefined;
  /** All codes and slugs that have ever been used. */
  readonly names: ReadonlySet<string>;
  /** Files with placeholders. `line` is the number of the first line with one, counted from 1. */
  readonly unwritten: readonly { file: string; line: number; places: number }[];
  readonly records: Readonly<Record<RecordKind, readonly ContentRecord[]>>;
}

export type RecordKind =
  | 'questions'
  | 'docs'
  | 'codeLedger'
  | 'sources'
  | 'glossary'
  | 'learningPaths'
  | 'labs';

export interface ContentRecord {
  readonly id: string;
  readonly file: string;
  /** The front matter of a page, or the whole record. */
  readonly data: Record<string, unknown>;
  /** The page with empty lines instead of its front matter. */
  readonly body?: string;
  readonly tree?: AnyNode | undefined;
}

/** Problems that a guide may have until more of it is written. */
const yetToCome: ReadonlySet<string> = new Set([
  'level-count',
  'related-unknown',
  'source-uncited',
]);

export function checkContent(files: ContentFiles): CheckedContent {
  const ledger = readLedger(files.ledger);
  const { library, issues: libraryIssues } = readLibrary(files);
  const names = files.questions.map((source) => ({ source, slug: slugOf(source.file) }));
  const slugs = new Set(names.map(({ slug }) => slug));
  const sources: SourceTable = {
    valid: new Map(library.sources.map((entry) => [entry.id, entry])),
    ids: library.sourceIds,
  };
  const figures = new Set(files.figures);
  const unreadTerms = without(files.glossary, library.terms);
  const acronyms = acronymCheck(
    library.terms.map(({ data }) => data),
    unreadTerms.map(({ text }) => text),
  );
  const checked = names.map(({ source, slug }) =>
    checkQuestion(source, slug, { slugs, sources, acronyms, figures }),
  );
  const questions = checked.flatMap(({ question }) => question ?? []);
  const docNames = files.docs.map(({ file }) => ({ file, name: slugOf(file) }));
  const companions = companionLinks({
    docs: docNames.map(({ name }) => name),
    learningPaths: files.learningPaths.map(({ file }) => slugOf(file)),
    labs: files.labs.map(({ file }) => slugOf(file)),
  });
  const docs = files.docs.map((source) => checkDoc(source, { slugs, companions }));
  const unread = without(files.questions, questions);
  const unreadCodes = ledger.ledger.entries
    .filter((entry) => unread.some(({ file }) => entry.slugs.includes(slugOf(file))))
    .map(({ code }) => code);
  const unreadRecords = [...unread, ...unreadTerms, ...without(files.labs, library.labs)];
  const issues = [
    ...files.strays.map(strayIssue),
    ...ledger.issues,
    ...libraryIssues,
    ...checked.flatMap((page) => page.issues),
    ...docs.flatMap((page) => page.issues),
    ...checkDocs(docNames),
    ...changesOutOfOrder(questions),
    ...checkDays(questions, library, ledger.ledger, files.today),
    ...checkLibrary(library, { questions, unreadCodes, unread: unreadRecords }),
    ...(ledger.issues.length === 0 ? checkGuide({ questions, ledger: ledger.ledger, unread }) : []),
  ];
  const { entries } = ledger.ledger;
  const isDraft = issues.every(({ kind }) => yetToCome.has(kind));
  // The guide is built on demand, because only scripts need it. The site builds the guide from the
  // content collections instead.
  const guide = () => buildGuide({ questions, ledger: entries, ...library });
  return {
    issues: inFileOrder(issues),
    warnings: [
      ...unnamedDocs(docNames),
      ...borrowedClaims(docs.flatMap(({ record }) => record ?? [])),
    ],
    get guide() {
      return issues.length === 0 ? guide() : undefined;
    },
    get draft() {
      return isDraft ? guide() : undefined;
    },
    records: {
      questions: checked.flatMap(({ record }) => record ?? []),
      docs: docs.flatMap(({ record }) => record ?? []),
      codeLedger: entries.map((data) => ({ id: data.code, file: files.ledger.file, data })),
      sources: library.sources,
      glossary: library.terms,
      learningPaths: library.learningPaths,
      labs: library.labs.map(({ data, ...entry }) => ({ ...entry, data: { ...data } })),
    },
    names: new Set(entries.flatMap(({ code, slugs: given }) => [code, ...given])),
    unwritten: [files.questions, files.sources, files.glossary, files.learningPaths, files.labs]
      .flat()
      .filter(({ text }) => text.includes(unwritten))
      .map(({ file, text }) => {
        const [before = '', ...after] = text.split(unwritten);
        return { file, line: before.split('\n').length, places: after.length };
      }),
  };
}

/** Returns the files that didn't become records. */
function without(files: readonly SourceFile[], results: readonly { file: string }[]): SourceFile[] {
  const known = new Set(results.map(({ file }) => file));
  return files.filter(({ file }) => !known.has(file));
}

function slugOf(file: string): string {
  return (file.split('/').at(-1) ?? file).replace(/\.[^.]*$/, '');
}

function readLedger({ file, text }: SourceFile): { ledger: Ledger; issues: readonly Issue[] } {
  const yaml = readYaml(file, text);
  const checked = checkSchema(file, yaml, codeLedgerSchema);
  return { ledger: { file, yaml, entries: checked.value ?? [] }, issues: checked.issues };
}

function readLibrary(files: ContentFiles): { library: Library; issues: readonly Issue[] } {
  const sources = readEntries(files.sources, () => sourceSchema, true);
  const terms = readEntries(files.glossary, () => termSchema);
  const learningPaths = readEntries(files.learningPaths, () => pathSchema);
  const labs = readEntries(files.labs, labSchema);
  return {
    library: {
      sources: sources.entries,
      sourceIds: files.sources.map(({ file }) => slugOf(file)),
      terms: terms.entries,
      termIds: files.glossary.map(({ file }) => slugOf(file)),
      learningPaths: learningPaths.entries,
      labs: labs.entries,
    },
    issues: [...sources.issues, ...terms.issues, ...learningPaths.issues, ...labs.issues],
  };
}

function readEntries<S extends z.ZodType>(
  files: readonly SourceFile[],
  schemaOf: (id: string) => S,
  isSource = false,
): { entries: ValidEntry<z.infer<S>>[]; issues: readonly Issue[] } {
  const results = files.map(({ file, text }) => {
    const id = slugOf(file);
    const yaml = readYaml(file, text);
    const checked = checkSchema(file, yaml, schemaOf(id));
    const issues = [
      ...nameIssues(file, id, '.yaml'),
      ...checked.issues,
      ...checkRecordVoice(file, yaml, isSource),
    ];
    return { issues, entry: { file, id, yaml, data: checked.value } };
  });
  return {
    entries: results.flatMap(({ entry: { data, ...entry } }) =>
      data === undefined ? [] : [{ ...entry, data }],
    ),
    issues: results.flatMap(({ issues }) => issues),
  };
}

interface CheckedPage {
  readonly record: ContentRecord | undefined;
  readonly issues: readonly Issue[];
}

interface Surroundings {
  readonly slugs: ReadonlySet<string>;
  readonly sources: SourceTable;
  readonly acronyms: (file: string, tree: AnyNode) => Iterable<Issue>;
  readonly figures: ReadonlySet<string>;
}

function checkQuestion(
  source: SourceFile,
  slug: string,
  { slugs, sources, acronyms, figures }: Surroundings,
): CheckedPage & { readonly question?: ValidQuestion | undefined } {
  const page = readPage(source);
  const { file, frontMatter, tree } = page;
  const schema = checkSchema(file, frontMatter, questionSchema);
  const { body } = frontMatter;
  const question = schema.value && { file, slug, data: schema.value, frontMatter, body };
  const record = question && { id: slug, file, data: question.data, body, tree };
  const issues = [
    ...nameIssues(file, slug, '.mdx'),
    ...schema.issues,
    ...proseIssues(page, { firstHeading: 3, slugs }),
  ];
  if (tree === undefined) return { question, record, issues };
  issues.push(
    ...checkParts(file, tree),
    ...checkInserts(file, tree, figures),
    ...checkListings(file, tree),
    ...acronyms(file, tree),
  );
  // If one field has an error, the others are still checked.
  const data = schema.value ?? validFields(frontMatter, questionSchema);
  issues.push(
    ...checkCitations(file, data, tree, sources),
    ...checkLengths({ file, data, frontMatter }, tree),
    ...checkSamplesAndProbes({ file, data, frontMatter }, tree),
  );
  return { question, record, issues };
}

function checkDoc(
  source: SourceFile,
  links: Pick<MarkdownContext, 'slugs' | 'companions'>,
): CheckedPage {
  const page = readPage(source);
  const { file, frontMatter } = page;
  const id = slugOf(file);
  const { value, issues } = checkSchema(file, frontMatter, docSchema);
  return {
    record: value && { id, file, data: value, body: frontMatter.body },
    issues: [
      ...nameIssues(file, id, '.md'),
      ...issues,
      ...proseIssues(page, { firstHeading: 2, ...links }),
    ],
  };
}

function proseIssues(page: Page, context: MarkdownContext): Issue[] {
  const { file, frontMatter, tree } = page;
  const issues = [...page.issues, ...checkVoice(file, frontMatter)];
  if (tree === undefined) return issues;
  return [...issues, ...checkAllowedSyntax(file, tree), ...checkMarkdown(file, tree, context)];
}

function strayIssue(file: string): Issue {
  return issueAt('file-name', file, fileStart, {
    what: 'this isn’t a content file',
    expected: 'plain files in the folders that CONTRIBUTING.md names, without subfolders',
    found: 'another kind of file, or a symbolic link',
    fix: 'move the text into a file in one of those folders, or delete it',
  });
}

function* nameIssues(file: string, slug: string, ending: string): Generator<Issue> {
  const name = file.split('/').at(-1) ?? file;
  if (name === slug + ending && slugSchema.safeParse(slug).success) return;
  yield issueAt('file-name', file, fileStart, {
    what: 'the file name can’t be part of a URL',
    expected: `lowercase words joined by hyphens, ending in ${ending}`,
    found: shown(name),
    fix: 'rename the file',
  });
}
