import { afterAll, expect, it } from 'vitest';
import { siteDigest } from '../support/site-digest.ts';
import { Workspace } from '../support/workspace.ts';

const copy = new Workspace();
afterAll(() => copy.remove());

it('a build of the same content in another folder and time zone has the same bytes in every file', () => {
  // Timestamps inside files are those of the commit, so dist must be built from the same one.
  const { status, stderr } = copy.build({ PDF: 'yes', TZ: 'Pacific/Chatham' });
  expect(status, stderr).toBe(0);
  expect(withoutPdf(copy.path('dist'))).toEqual(withoutPdf('dist'));
}, 300_000);

/** The PDF isn't compared, because Chromium writes the time into it. */
function withoutPdf(dist: string): string[] {
  return siteDigest(dist).filter((line) => !line.startsWith('downloads/guide.pdf '));
}
