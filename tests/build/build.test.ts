import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { levels } from '../../src/guide-settings.ts';
import { startDevServer } from '../support/dev-server.ts';
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
