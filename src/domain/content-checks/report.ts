import { counted } from '../../lib/text.ts';
import { formatIssue, type Issue } from './issue.ts';

/** Maximum number of problems shown per file, because one mistake can repeat on every line. */
const maxShown = 20;

/** Lists all problems in the content, one per line. */
export function reportOf(issues: readonly Issue[]): string {
  const lines = [...Map.groupBy(issues, ({ file }) => file)].flatMap(([file, ofFile]) => {
    const more = ofFile.length - maxShown;
    const shown = ofFile.slice(0, maxShown).map(formatIssue);
    return more > 0 ? [...shown, `${file}  … and ${more} more problems in this file.`] : shown;
  });
  return `${lines.join('\n')}

${counted(issues.length, 'problem')} in the content.`;
}
