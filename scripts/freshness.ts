/** `npm run freshness`: lists sources past their review date and the pages that rest on them. */
import { checkContent } from '../src/domain/content-checks/check-content.ts';
import { overdueSources } from '../src/domain/freshness/overdue.ts';
import { contentPaths, readContent } from './read-content.ts';

const { guide } = checkContent(readContent(process.cwd()));
if (guide === undefined) {
  console.error('The content is not valid: run "npm run validate" first.');
  process.exitCode = 1;
} else {
  const today = new Date().toISOString().slice(0, 10);
  const overdue = overdueSources(guide.sources.values(), today);
  for (const { id, reviewBy, url, citedBy } of overdue) {
    const pages = citedBy.map((code) => guide.byCode.get(code)?.slug ?? code).join(', ');
    console.log(`${contentPaths.sources}/${id}.yaml  due ${reviewBy}  ${url}  cited in: ${pages}`);
  }
  console.log(`${overdue.length} of ${guide.sources.size} sources are past their review date.`);
  process.exitCode = overdue.length === 0 ? 0 : 1;
}
