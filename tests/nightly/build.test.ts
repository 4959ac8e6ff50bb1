import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeSmallGuide } from '../another-guide/small-guide.ts';
import { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(() => {
  workspace = new Workspace();
  writeSmallGuide(workspace);
});
afterEach(() => workspace.remove());

describe('a build', () => {
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
