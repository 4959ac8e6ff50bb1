import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { levels } from '../../src/guide-settings.ts';
import { writeSmallGuide } from '../another-guide/small-guide.ts';
import { startDevServer } from '../support/dev-server.ts';
import { siteDigest } from '../support/site-digest.ts';
import { Workspace } from '../support/workspace.ts';

const questions = 'src/content/questions';
const newTitle = 'How would you bill a clinic for an AI product?';
let workspace: Workspace;

beforeEach(() => {
  workspace = new Workspace();
});
afterEach(() => {
  workspace.remove();
});

describe('a build from bad content', () => {
  it('names every problem, fails, and leaves the last good site as it was', () => {
    const dist = workspace.path('dist');
    mkdirSync(dist);
    writeFileSync(join(dist, 'index.html'), 'The last good site.');
    const before = siteDigest(dist);
    writeSmallGuide(workspace);
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
});

describe('a new question in a level that doesn’t exist', () => {
  it('is refused with a message, and nothing is written', () => {
    const before = readdirSync(workspace.path(questions));
    const made = workspace.run('new.ts', '--level', `${levels[0].id}x`, newTitle);
    expect(made.status).toBe(1);
    expect(made.stderr).toContain(`isn't a level. Did you mean "${levels[0].id}"?`);
    expect(readdirSync(workspace.path(questions))).toEqual(before);
  });
});

describe('npm start', () => {
  it('serves the built site, and answers any request', async () => {
    const server = await startDevServer(process.cwd(), 'preview');
    try {
      const start = await fetch(server.address);
      expect(start.status).toBe(200);
      expect(await start.text()).toContain('<h1');
      const missing = await fetch(`${server.address}nowhere/`);
      expect(missing.status).toBe(404);
      expect(await missing.text()).toContain('Page not found');
      for (const path of [
        '..%2f..%2fpackage.json',
        '%00',
        '%E0%A4%A',
        'questions/../../package.json',
      ]) {
        const answer = await fetch(server.address + path);
        expect(answer.status, path).toBeGreaterThanOrEqual(400);
        expect(await answer.text()).not.toContain('devDependencies');
      }
    } finally {
      await server.stop();
    }
  });
});
