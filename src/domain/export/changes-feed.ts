import { settings } from '../../guide-settings.ts';
import { escapeXml } from '../../lib/text.ts';
import { type Change, changesOf } from '../guide/changes.ts';
import { mainPages } from '../links/main-pages.ts';
import { dateText } from '../words/date-text.ts';
import { sentencesIn } from '../words/sentences.ts';
import { shortHash } from '../words/short-hash.ts';
import { dayOf, type Export, type ExportSource } from './export.ts';

export const feedFile = 'changes.xml';

/** Changes and their reasons, from source records and pages (Atom, RFC 4287). */
export const changesFeed: Export = {
  downloads: [
    {
      path: feedFile,
      title: 'Changes feed',
      group: 'read',
      purpose:
        'What changed in rules, standards, products, and answers, why, and which questions are affected.',
      use: 'Subscribe with any feed reader.',
    },
  ],
  make: (source) => [{ path: feedFile, content: feed(source) }],
};

function feed(source: ExportSource): string {
  const { guide, paths, origin, madeAt } = source;
  const entries = changesOf(guide)
    .map((change) => ({ change, day: reportedOn(change, dayOf(source)) }))
    .sort((a, b) => b.day.localeCompare(a.day, 'en'));
  const title = `${mainPages.changes.name} | ${settings.shortTitle}`;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${escapeXml(origin + paths.file(feedFile))}</id>
  <title>${escapeXml(title)}</title>
  <updated>${new Date(madeAt * 1000).toISOString().replace('.000', '')}</updated>
  <author><name>${escapeXml(settings.shortTitle)}</name></author>
  <rights>${escapeXml(settings.license)}</rights>
  <link rel="self" type="application/atom+xml" href="${link(paths.file(feedFile), source)}"/>
  <link rel="alternate" type="text/html" href="${link(paths.changes, source)}"/>
${entries.map(({ change, day }) => entry(change, day, source)).join('\n')}
</feed>
`;
}

/**
 * Returns a change's date in the feed: the day of the change or, if that is in the future, the day
 * on which we last checked its source. It is never later than the date of the content.
 */
function reportedOn({ on, source }: Change, today: string): string {
  const days = [dayIn(on), source?.checkedOn ?? today, today];
  return days.find((day) => day <= today) ?? today;
}

function dayIn(date: string): string {
  return `${date}-01-01`.slice(0, 10);
}

function entry({ source, on, what, questions }: Change, day: string, site: ExportSource): string {
  const { paths, origin } = site;
  const [question] = questions;
  const about = source ?? question;
  const path = source ? paths.source(source.id) : paths.code(question?.code ?? '');
  const id = source ? `${path}-${on}` : `${path}#changed-${on}-${shortHash(what)}`;
  const list = questions
    .map(
      ({ slug, title }) =>
        `<li><a href="${link(paths.question(slug), site)}">${escapeXml(title)}</a></li>`,
    )
    .join('');
  const cited = source
    ? `<p><a href="${escapeXml(source.url)}">${escapeXml(source.title)}</a></p>`
    : '';
  // The title includes the first sentence, so titles differ even if a page changed twice.
  const [sentence] = sentencesIn(what);
  const html = `<p>${dateText(on)}: ${escapeXml(what)}</p>${cited}<ul>${list}</ul>`;
  return `  <entry>
    <id>${escapeXml(origin + id)}</id>
    <title>${escapeXml(`${sentence} (${about?.title ?? ''})`)}</title>
    <published>${day}T00:00:00Z</published>
    <updated>${day}T00:00:00Z</updated>
    <link rel="alternate" type="text/html" href="${link(path, site)}"/>
    <content type="html">${escapeXml(html)}</content>
  </entry>`;
}

/**
 * Returns the public URL of a path. If there is none, feed readers resolve the path against the
 * feed's URL.
 */
function link(path: string, { address }: ExportSource): string {
  return escapeXml(address(path) ?? path);
}
