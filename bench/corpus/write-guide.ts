import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { contentPaths, readContent } from '../../src/checked-content.ts';
import { readFrontMatter } from '../../src/domain/content-checks/read-front-matter.ts';
import type { QuestionSource } from '../../src/domain/guide/build-guide.ts';
import { sourcesIn } from '../../src/domain/guide/citations.ts';
import { questionSchema } from '../../src/schemas/question.ts';
import { Workspace } from '../../tests/workspace.ts';

/** Quoted, as in the guide: any YAML parser reads a quoted date as text. */
const yamlStyle = {
  lineWidth: 0,
  defaultStringType: 'QUOTE_DOUBLE',
  defaultKeyType: 'PLAIN',
} as const;

/** The questions of the real guide, in the order of their files. */
export function readQuestions(): QuestionSource[] {
  return readContent(process.cwd()).questions.map(({ file, text }) => {
    const { value, body } = readFrontMatter(file, text);
    return { slug: nameOf(file), data: questionSchema.parse(value), body: body.trimStart() };
  });
}

/**
 * Copies the project into that folder with these questions, the real ones or more, as files that
 * `npm run validate` accepts. Glossary and paths stay the same; sources that nothing cites anymore
 * are deleted.
 */
export function writeGuide(root: string, questions: readonly QuestionSource[]): Workspace {
  const copy = new Workspace(root);
  rmSync(copy.path(contentPaths.questions), { recursive: true });
  mkdirSync(copy.path(contentPaths.questions));
  for (const { slug, data, body } of questions) {
    const page = `---\n${stringify(data, yamlStyle)}---\n\n${body}`;
    writeFileSync(copy.path(`${contentPaths.questions}/${slug}.mdx`), page);
  }
  addToLedger(copy, questions);
  removeUncited(copy, questions);
  return copy;
}

function addToLedger(copy: Workspace, questions: readonly QuestionSource[]): void {
  const ledger = copy.read(contentPaths.ledger);
  const lines = questions
    .filter(({ data }) => !ledger.includes(`code: ${data.code},`))
    .map(({ slug, data: { code, factsCheckedOn } }) => {
      return `- { code: ${code}, given: ${factsCheckedOn}, slugs: [${slug}] }\n`;
    });
  appendFileSync(copy.path(contentPaths.ledger), lines.join(''));
}

function removeUncited(copy: Workspace, questions: readonly QuestionSource[]): void {
  const { sources, glossary } = readContent(copy.root);
  const cited = new Set(questions.flatMap(({ body }) => sourcesIn(body)));
  for (const { text } of glossary) cited.add(/^source: ['"]?([\w-]+)/m.exec(text)?.[1] ?? '');
  for (const { file } of sources) if (!cited.has(nameOf(file))) rmSync(copy.path(file));
}

function nameOf(file: string): string {
  return file.replace(/^.*\/|\.\w+$/g, '');
}
