import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeSmallGuide } from '../another-guide/small-guide.ts';
import { siteDigest } from '../support/site-digest.ts';
import { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(() => {
  workspace = new Workspace();
  writeSmallGuide(workspace);
});
afterEach(() => workspace.remove());

const questions = 'src/content/questions';

describe('a build', () => {
  it('from bad content names every problem, fails, and leaves the last good site as it was', () => {
    const dist = workspace.path('dist');
    mkdirSync(dist);
    writeFileSync(join(dist, 'index.html'), 'The last good site.');
    const before = siteDigest(dist);
    workspace.change(`${questions}/a-wrong-chart.mdx`, (text) =>
      text.replace('summary:', 'sumary:'),
    );
    workspace.change(`${questions}/join-two-registers.mdx`, (text) =>
      text.replace('<Hint>', '{process.env.HOME}\n<Hint>'),
    );
    writeFileSync(workspace.path('secret'), 'title: the secret\n');
    symlinkSync(workspace.path('secret'), workspace.path('src/content/glossary/secret.yaml'));
    const { status, stdout, stderr } = workspace.build();
    const lines = (stdout + stderr).split('\n');
    expect(status).toBe(1);
    for (const problem of [
      /secret\.yaml:1:1 {2}this isn’t a content file/,
      /^src\/content\/questions\/a-wrong-chart\.mdx:10:1 {2}the key "sumary" is unknown/,
      /join-two-registers\.mdx:\d+:1 {2}pages may not use expressions/,
    ]) {
      expect(lines.filter((line) => problem.test(line))).toHaveLength(1);
    }
    expect(stdout + stderr).not.toMatch(/the secret|^ +at /m);
    expect(siteDigest(dist)).toEqual(before);
    // The validation script prints the same messages without building the site.
    const validated = workspace.run('validate.ts');
    expect(validated.status).toBe(1);
    expect(stdout + stderr).toContain(validated.stderr.trim());
  });

  it('fails on a page that links nowhere', () => {
    workspace.change('src/pages/topics/index.astro', (text) =>
      text.replace('<group-progress>', '<a href="/nowhere/">x</a><group-progress>'),
    );
    const { status, stdout, stderr } = workspace.build();
    expect(status).toBe(1);
    expect(stdout + stderr).toContain('dist/topics/index.html: /nowhere/  has no target');
    expect(stdout + stderr).toContain('1 problems in the built site.');
  });
});
