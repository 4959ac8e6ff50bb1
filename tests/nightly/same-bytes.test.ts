import { afterAll, expect, it } from 'vitest';
import { siteDigest } from '../support/site-digest.ts';
import { Workspace } from '../support/workspace.ts';

const copy = new Workspace();
afterAll(() => copy.remove());

it('a build of the same content in another folder and time zone has the same bytes in every file', () => {
  // Timestamps in files are from the commit, so dist must be built from the same commit.
  const { status, stderr } = copy.build({ PDF: 'yes', TZ: 'Pacific/Chatham' });
  expect(status, stderr).toBe(0);
  expect(withoutPdf(copy.path('dist'))).toEqual(withoutPdf('dist'));
}, 300_000);

/** Excludes the PDF, because Chromium writes the current time into it. */
function withoutPdf(dist: string): string[] {
  return siteDigest(dist).filter((line) => !line.startsWith('downloads/guide.pdf '));
}
