import { describe, expect, it } from 'vitest';
import { validContent } from '../../../tests/examples/valid-content.ts';
import { checkContent } from '../content-checks/check-content.ts';
import { pathsBelow } from '../links/paths.ts';
import { dateText } from '../words/date-text.ts';
import { changesFeed } from './changes-feed.ts';
import type { ExportedFile, ExportSource } from './export.ts';

const content = validContent(3);
const [first, ...others] = content.sources;

/** Returns a feed built on 2026-11-26 in which the first source changed on the given day. */
function feedWith(on: string, address?: string): string {
  const text = `${first?.text}changed: { on: "${on}", what: "The law was amended." }\n`;
  const { draft: guide } = checkContent({
    ...content,
    sources: first === undefined ? [] : [{ ...first, text }, ...others],
  });
  const [file, ...rest] = changesFeed.make({
    guide,
    paths: pathsBelow('/'),
    origin: 'https://guide.example',
    address: (path: string) => address && address + path,
    madeAt: Date.UTC(2026, 10, 26, 12) / 1000,
  } as ExportSource) as Iterable<ExportedFile>;
  expect(rest).toEqual([]);
  return String(file?.content);
}

function datesIn(feed: string): string[] {
  return [...feed.matchAll(/<(?:updated|published)>([^<]*)</g)].map(([, date = '']) => date);
}

describe('the change feed', () => {
  it.each([
    ['2026-01-15', '2026-01-15'],
    ['2026-02', '2026-02-01'],
    ['2025', '2025-01-01'],
    // The change isn't in force yet, so it gets the day on which the source was last checked.
    ['2026-12', '2026-11-24'],
    ['2031-01-01', '2026-11-24'],
  ])('dates what changed on %s %s, and never in the future', (on, day) => {
    const feed = feedWith(on);
    expect(datesIn(feed)).toEqual(['2026-11-26T12:00:00Z', `${day}T00:00:00Z`, `${day}T00:00:00Z`]);
    expect(feed).toContain(`${dateText(on)}: The law was amended.`);
    expect(feed).toMatch(/<title>The law was amended\. \(.+\)<\/title>/);
  });

  it('links to the public address, or to paths if there is none', () => {
    expect(feedWith('2026', 'https://guide.example')).toContain(
      'href="https://guide.example/changes.xml"',
    );
    expect(feedWith('2026')).toContain('href="/changes.xml"');
  });
});
