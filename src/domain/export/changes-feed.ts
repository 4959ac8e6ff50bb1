import { guide as settings } from '../../guide.ts';
import { type Change, changesOf } from '../guide/changes.ts';
import type { Site } from '../links/paths.ts';
import { shortHash } from '../words/short-hash.ts';
import type { Export } from './export.ts';
import { escapeXml } from './part-html.ts';

/**
 * Feeds of what changed and why (Atom, RFC 4287): one for all questions, and one for each question,
 * empty until something changes, so that whoever follows it hears of the first change too. Entries
 * come from the records of sources (`changed`) and from the pages (`changes`).
 */
export const changesFeed: Export = {
  downloads: [
    {
      path: 'changes.xml',
      title: 'Feed of changes',
      purpose:
        'Rules, standards, products and answers that changed, and why, with the questions they touch.',
      use: 'Subscribe to it with any feed reader.',
    },
  ],
  make: (source) => {
    const all = changesOf(source.guide);
    const { paths, guide } = source;
    const byCode = changesByCode(all);
    return [
      {
        path: 'changes.xml',
        content: feed(all, 'What changed lately', {
          page: paths.changes,
          path: 'changes.xml',
          most: Number.POSITIVE_INFINITY,
          site: source,
        }),
      },
      ...guide.questions.map((question) => {
        const own = byCode.get(question.code) ?? [];
        const path = `questions/${question.slug}/changes.xml`;
        return {
          path,
          content: feed(own, question.title, {
            page: paths.question(question.slug),
            path,
            most: mostListed,
            site: source,
          }),
        };
      }),
    ];
  },
};

/** The changes that touch each question, by its code. */
function changesByCode(changes: readonly Change[]): ReadonlyMap<string, Change[]> {
  const byCode = new Map<string, Change[]>();
  for (const change of changes) {
    for (const { code } of change.questions) {
      byCode.set(code, [...(byCode.get(code) ?? []), change]);
    }
  }
  return byCode;
}

/**
 * Most questions that an entry in the feed of one question lists. All feeds with all of them would
 * be a gigabyte at five thousand questions; the feed for all questions has them.
 */
const mostListed = 25;

/** When a feed without entries was last changed: before any. */
const firstDay = '2026-11-24';

/** Where a feed stands, and how long its lists may be. */
interface FeedOptions {
  /** Address of the page that the feed is about. */
  readonly page: string;
  /** Path of the feed within the site. */
  readonly path: string;
  /** Most questions that an entry lists. */
  readonly most: number;
  readonly site: Site;
}

function feed(
  entries: readonly Change[],
  title: string,
  { page, path, most, site: { origin, paths } }: FeedOptions,
): string {
  // The same content gives the same bytes, whenever it is built.
  const updated = momentOf(entries[0]?.on ?? firstDay);
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

  function writeEntry({ source, on, what, questions }: Change): string {
    const [question] = questions;
    // An answer's own change leads to the answer, a source's to its record.
    const about = source ?? question;
    const link = source ? paths.source(source.id) : paths.code(question?.code ?? '');
    const id = source ? `${link}-${on}` : `${link}#changed-${on}-${shortHash(what)}`;
    const list = questions
      .slice(0, most)
      .map(
        ({ slug, title: name }) =>
          `<li><a href="${escapeXml(origin + paths.question(slug))}">${escapeXml(name)}</a></li>`,
      )
      .join('');
    const cited = source
      ? `<p><a href="${escapeXml(source.url)}">${escapeXml(source.title)}</a></p>`
      : '';
    const rest = questions.length - most;
    const more =
      rest > 0 ? `<li><a href="${escapeXml(origin + paths.changes)}">${rest} more</a></li>` : '';
    const html = `<p>${escapeXml(what)}</p>${cited}<ul>${list}${more}</ul>`;
    return `  <entry>
    <id>${escapeXml(origin + id)}</id>
    <title>${escapeXml(about?.title ?? '')}</title>
    <updated>${momentOf(on)}</updated>
    <link href="${escapeXml(origin + link)}"/>
    <content type="html">${escapeXml(html)}</content>
  </entry>`;
  }
}

/** The first moment of a day, month or year. */
function momentOf(date: string): string {
  return `${`${date}-01-01`.slice(0, 10)}T00:00:00Z`;
}
