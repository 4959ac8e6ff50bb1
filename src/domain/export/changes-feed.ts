import { guide as settings } from '../../guide.ts';
import type { Source } from '../guide/build-guide.ts';
import type { Export, ExportSource } from './export.ts';
import { escapeXml } from './part-html.ts';

/** What changed, with the questions that it touches: a source's record, and who cites it. */
interface Entry {
  readonly source: Source;
  readonly on: string;
  readonly what: string;
}

/**
 * Feeds of what changed and why (Atom, RFC 4287): one for all questions, and one for each question
 * with a change. Entries come from the records of sources (`changed`), so nothing is told twice.
 */
export const changesFeed: Export = {
  downloads: [
    {
      path: 'changes.xml',
      title: 'Feed of changes',
      purpose: 'Rules, standards and products that changed, with the questions that they touch.',
      use: 'Subscribe to it with any feed reader.',
    },
  ],
  make: (source) => {
    const all = entriesOf([...source.guide.sources.values()]);
    const { paths, guide } = source;
    return [
      {
        path: 'changes.xml',
        content: feed(all, 'What changed lately', paths.changes, 'changes.xml', source),
      },
      ...guide.questions.flatMap((question) => {
        const own = entriesOf(question.sources.flatMap((id) => guide.sources.get(id) ?? []));
        const path = `questions/${question.slug}/changes.xml`;
        if (own.length === 0) return [];
        return [
          { path, content: feed(own, question.title, paths.question(question.slug), path, source) },
        ];
      }),
    ];
  },
};

function entriesOf(sources: readonly Source[]): Entry[] {
  return sources
    .flatMap((source) => (source.changed ? [{ source, ...source.changed }] : []))
    .sort((a, b) => (a.on === b.on ? (a.source.id < b.source.id ? -1 : 1) : a.on < b.on ? 1 : -1));
}

function feed(
  entries: readonly Entry[],
  title: string,
  page: string,
  path: string,
  { origin, paths, guide }: ExportSource,
): string {
  // The same content gives the same bytes, whenever it is built.
  const updated = momentOf(entries[0]?.on ?? '2026-01-01');
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${escapeXml(origin + paths.file(path))}</id>
  <title>${escapeXml(`${title} | ${settings.shortTitle}`)}</title>
  <updated>${updated}</updated>
  <author><name>${escapeXml(settings.shortTitle)}</name></author>
  <link rel="self" href="${escapeXml(origin + paths.file(path))}"/>
  <link rel="alternate" href="${escapeXml(origin + page)}"/>
${entries.map((entry) => writeEntry(entry)).join('\n')}
</feed>
`;

  function writeEntry({ source, on, what }: Entry): string {
    const touched = source.citedBy.flatMap((code) => guide.byCode.get(code) ?? []);
    const list = touched
      .map(
        ({ slug, title: name }) =>
          `<li><a href="${escapeXml(origin + paths.question(slug))}">${escapeXml(name)}</a></li>`,
      )
      .join('');
    const html = `<p>${escapeXml(what)}</p><p><a href="${escapeXml(source.url)}">${escapeXml(source.title)}</a></p><ul>${list}</ul>`;
    return `  <entry>
    <id>${escapeXml(`${origin}${paths.source(source.id)}-${on}`)}</id>
    <title>${escapeXml(source.title)}</title>
    <updated>${momentOf(on)}</updated>
    <link href="${escapeXml(origin + paths.source(source.id))}"/>
    <content type="html">${escapeXml(html)}</content>
  </entry>`;
  }
}

/** The first moment of a day, month or year. */
function momentOf(date: string): string {
  return `${`${date}-01-01`.slice(0, 10)}T00:00:00Z`;
}
