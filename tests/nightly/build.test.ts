import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { siteDigest } from '../site-digest.ts';
import { writeSmallGuide } from '../small-guide.ts';
import { Workspace } from '../workspace.ts';

let workspace: Workspace;
beforeEach(() => {
  workspace = new Workspace();
  writeSmallGuide(workspace);
});
afterEach(() => workspace.remove());

describe('a build', () => {
  it('fails on a page that links nowhere, and leaves the last good site as it was', () => {
    const dist = workspace.path('dist');
    mkdirSync(dist);
    writeFileSync(join(dist, 'index.html'), 'The last good site.');
    const before = siteDigest(dist);
    workspace.change('src/pages/topics/index.astro', (text) =>
      text.replace('<dl class="topics">', '<a href="/nowhere/">x</a><dl class="topics">'),
    );
    const { status, stderr } = workspace.run('build.ts');
    expect(status).toBe(1);
    expect(stderr).toContain('dist-next/topics/index.html: /nowhere/  has no target');
    expect(stderr).toContain('1 problems in the built site; dist is unchanged.');
    expect(siteDigest(dist)).toEqual(before);
  });

  it('without validation reads nothing through a symbolic link', () => {
    writeFileSync(workspace.path('secret'), 'title: the secret\n');
    symlinkSync(workspace.path('secret'), workspace.path('src/content/glossary/secret.yaml'));
    const { status, stdout, stderr } = workspace.astro('build');
    expect(status).toBe(1);
    expect(stdout + stderr).toContain('src/content/glossary/secret.yaml:1:1  this is a link');
    expect(stdout + stderr).not.toContain('the secret');
    expect(workspace.run('validate.ts').stderr).toContain(
      'secret.yaml:1:1  this isn’t a content file',
    );
  });
});
