import { cpSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { siteDigest } from '../support/site-digest.ts';
import { Workspace } from '../support/workspace.ts';

const copy = new Workspace();
// Astro names the classes of a package's components after the package's path from the project, so
// the copy needs its packages where the project has them.
beforeAll(() => cpSync('node_modules', copy.path('node_modules'), { recursive: true }), 300_000);
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
