/** `npm run validate`: runs every content check and prints all problems at once. */
import { checkContent } from '../src/domain/content-checks/check-content.ts';
import { formatIssue } from '../src/domain/content-checks/issue.ts';
import type { Guide } from '../src/domain/guide/build-guide.ts';
import { counted } from '../src/lib/text.ts';
import { fileProblem } from './file-problem.ts';
import { readContent } from './read-content.ts';

/** Maximum problems shown per file, because one mistake can repeat on every line. */
const maxShown = 20;

/** Checks the content in `root` and prints the problems. Returns the guide if it is valid. */
export function validate(root: string): Guide | undefined {
  const started = performance.now();
  const files = readOrExplain(root);
  if (files === undefined) return undefined;
  const { issues, guide, unwritten } = checkContent(files);
  for (const [file, found] of Map.groupBy(issues, (issue) => issue.file)) {
    for (const issue of found.slice(0, maxShown)) console.error(formatIssue(issue));
    const more = found.length - maxShown;
    if (more > 0) console.error(`${file}  … and ${more} more problems in this file.`);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  if (guide === undefined) {
    console.error(
      `\n${counted(issues.length, 'problem')} in the content; nothing was built. Each kind is explained in CONTRIBUTING.md.`,
    );
    return undefined;
  }
  for (const { file, line, places } of unwritten) {
    console.log(`${file}:${line}  "(to be written)" appears ${places} times from here on.`);
  }
  console.log(
    `${guide.questions.length} questions in ${counted(guide.levels.length, 'level')} are valid (${seconds} s).`,
  );
  return guide;
}

/** The content; undefined if a file can't be read, which is printed. */
function readOrExplain(root: string) {
  try {
    return readContent(root);
  } catch (error) {
    const problem = fileProblem(error);
    if (problem === undefined) throw error;
    console.error(`${problem}\n\nNothing was built.`);
    return undefined;
  }
}

if (import.meta.main) process.exitCode = validate(process.cwd()) === undefined ? 1 : 0;
