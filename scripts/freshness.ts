/**
 * `npm run freshness`: lists the sources that are past their review date, and the pages, figures,
 * labs, and worked tables that cite them. With `--uncited`, it lists for each page the newer
 * sources on its main topics that the page doesn't cite. By default, newer means published in 2025
 * or later. `--since 2026` changes the year.
 */
import { parseArgs } from 'node:util';
import { contentPaths, readContent } from '../src/checked-content.ts';
import { checkContent } from '../src/domain/content-checks/check-content.ts';
import { overdueSources } from '../src/domain/freshness/overdue.ts';
import { uncitedSources } from '../src/domain/freshness/uncited.ts';
import type { Guide } from '../src/domain/guide/build-guide.ts';
import { dayOfMoment } from '../src/domain/review/days.ts';
import { factsInCode } from './facts-in-code.ts';

async function listOverdue(guide: Guide): Promise<void> {
  const today = dayOfMoment(Date.now());
  const facts = await factsInCode(guide.labs);
  const overdue = overdueSources(guide.sources.values(), today);
  for (const { id, reviewBy, url, citedBy } of overdue) {
    const pages = citedBy.map((code) => guide.byCode.get(code)?.slug ?? code);
    const code = facts.filter(({ sources }) => sources.includes(id)).map(({ name }) => name);
    const citations = [...pages, ...code].join(', ');
    console.log(
      `${contentPaths.sources}/${id}.yaml  due ${reviewBy}  ${url}  cited in: ${citations}`,
    );
  }
  console.log(`${overdue.length} of ${guide.sources.size} sources are past their review date.`);
  process.exitCode = overdue.length === 0 ? 0 : 1;
}

function listUncited(guide: Guide, since: string): void {
  for (const { question, sources } of uncitedSources(guide, since)) {
    if (sources.length === 0) continue;
    console.log(`${contentPaths.questions}/${question.slug}.mdx (${question.topics.join(', ')})`);
    for (const { id, published, says } of sources) console.log(`  ${published}  ${id}  ${says}`);
  }
}

const { values } = parseArgs({
  options: { uncited: { type: 'boolean' }, since: { type: 'string', default: '2025' } },
});
const { guide } = checkContent(readContent(process.cwd()));
if (guide === undefined) {
  console.error('The content is not valid. Run "npm run validate" first.');
  process.exitCode = 1;
} else if (values.uncited) listUncited(guide, values.since);
else await listOverdue(guide);
