import { unwritten } from '../content-checks/check-content.ts';
import type { Guide } from '../guide/build-guide.ts';
import { typographic } from '../words/typographic.ts';

/** A source record, valid except that nothing cites it yet. @param title as published */
export function newSource(title: string, today: string): string {
  const [year = '', ...day] = today.split('-');
  return `title: ${quoted(title)}
by: "${unwritten} Who issued it"
published: "${year}"
url: https://example.org/
kind: guidance
status: current
says: "${unwritten} What it says that matters here, in our words, with whom it binds."
checkedOn: "${today}"
reviewBy: "${[Number(year) + 1, ...day].join('-').replace('02-29', '02-28')}"
`;
}

/** A glossary term. @param source id of the source of its definition */
export function newTerm(term: string, source: string, guide: Guide): string {
  const [code = ''] = guide.sources.get(source)?.citedBy ?? [];
  const topic = guide.byCode.get(code)?.topics[0] ?? guide.topics[0]?.id;
  return `term: ${quoted(term)}
definition: "${unwritten} What it is, in two or three sentences of our own, so that a reader can use it."
aliases: []
topics: [${topic}]
source: ${source}
`;
}

/** A learning path at the end of the list. @param codes of its questions, in reading order */
export function newPath(title: string, codes: readonly string[], guide: Guide): string {
  const minutes = codes.length * 10;
  const order = Math.max(0, ...guide.paths.map((path) => path.order)) + 1;
  return `title: ${quoted(title)}
purpose: "${unwritten} Whom it is for and what it prepares them for, in one or two sentences."
minutes: ${minutes}
order: ${order}
questions:
${codes.map((code) => `  - code: ${code}\n    why: "${unwritten} Why it belongs here."`).join('\n')}
`;
}

function quoted(text: string): string {
  return JSON.stringify(typographic(text));
}
