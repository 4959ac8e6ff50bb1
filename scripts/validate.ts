/** `npm run validate`: checks the content as the build does, and prints all problems at once. */
import { checkedContent } from '../src/checked-content.ts';
import { reportOf } from '../src/domain/content-checks/issue.ts';
import { levels } from '../src/guide-settings.ts';
import { counted } from '../src/lib/text.ts';

function validate(): void {
  const started = performance.now();
  const { issues, warnings, records, unwritten } = checkedContent(process.cwd());
  if (issues.length > 0) {
    console.error(reportOf(issues));
    process.exitCode = 1;
    return;
  }
  for (const warning of warnings) console.log(warning);
  for (const { file, line, places } of unwritten) {
    console.log(`${file}:${line}  "(to be written)" appears ${places} times from here on.`);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  console.log(
    `${records.questions.length} questions in ${counted(levels.length, 'level')} are valid (${seconds} s).`,
  );
}

validate();
