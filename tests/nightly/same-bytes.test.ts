import { afterAll, expect, it } from 'vitest';
import { siteDigest } from '../site-digest.ts';
import { Workspace } from '../workspace.ts';

const copy = new Workspace();
afterAll(() => copy.remove());

it('a build of the same content in another folder has the same bytes in every file, PDFs too', () => {
  // Timestamps inside files are the commit's, so dist must be built from the same commit.
  const { status, stderr } = copy.run('build.ts', '--pdf', 'all', '--base', '/');
  expect(status, stderr).toBe(0);
  expect(siteDigest(copy.path('dist'))).toEqual(siteDigest('dist'));
}, 300_000);
