import { execFileSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Figure } from '../../src/components/figures/diagram.ts';
import { joinLab, type LabCode } from '../../src/components/labs/lab.ts';
import { initialValues } from '../../src/domain/labs/control.ts';
import { goalStart, needsOf, progressOf } from '../../src/domain/labs/goals.ts';
import { labSchema } from '../../src/schemas/lab.ts';
import { smallQuestions, writeSmallGuide } from '../another-guide/small-guide.ts';
import { labOutput } from '../labs/lab-output.ts';
import { itNightly } from '../support/it-nightly.ts';
import { Workspace } from '../support/workspace.ts';

const workspace = new Workspace();
beforeAll(() => writeSmallGuide(workspace));
afterAll(() => workspace.remove());

function make(...words: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = workspace.run('new.ts', ...words);
  return { status, output: stdout + stderr };
}

function validate(): string {
  const { stdout, stderr } = workspace.run('validate.ts');
  return stdout + stderr;
}

function formatted(file: string): string {
  return execFileSync(
    'node_modules/.bin/biome',
    ['check', '--write', `--stdin-file-path=${file}`],
    {
      input: workspace.read(file),
      encoding: 'utf8',
    },
  );
}

describe('npm run new', () => {
  it('writes valid records and pages, and lists what is still to be written', () => {
    const source = make('source', 'A manual of "waiting" in line');
    expect(source).toEqual({
      status: 0,
      output: expect.stringContaining(
        'Wrote src/content/sources/a-manual-of-waiting-in-line.yaml.',
      ),
    });
    // Validation reports the source as uncited. That must not block creating the page that will
    // cite it.
    for (const words of [
      ['term', 'Queue: a line'],
      ['path', 'Three to begin with'],
      ['question', '--level', 'own-work', 'Tell me about a line that you made shorter?'],
    ]) {
      expect(make(...words)).toMatchObject({ status: 0 });
    }
    const message = validate();
    expect(message).toContain(`${smallQuestions.length + 1} questions in 4 levels are valid`);
    for (const file of [
      'sources/a-manual-of-waiting-in-line.yaml',
      'glossary/queue-a-line.yaml',
      'paths/three-to-begin-with.yaml',
      'questions/tell-me-about-a-line-that.mdx',
    ]) {
      expect(message).toContain(`src/content/${file}:`);
    }
  });

  itNightly('writes a working figure and lab', async () => {
    expect(make('figure', "How a clinic's line grows")).toMatchObject({ status: 0 });
    expect(make('lab', "A clinic's line")).toMatchObject({ status: 0 });
    const drawn = 'src/components/figures/drawn/how-a-clinics-line-grows.ts';
    const built = 'src/components/labs/a-clinics-line/view.ts';
    const record = 'src/content/labs/a-clinics-line.yaml';
    for (const file of [drawn, built]) {
      expect(formatted(file)).toBe(workspace.read(file));
    }
    const load = (file: string) => import(pathToFileURL(workspace.path(file)).href);
    const { figure } = (await load(drawn)) as { figure: Figure };
    expect(figure.content.text).toContain('<text class="name"');
    const id = 'a-clinics-line';
    const data = labSchema(id).parse(parse(workspace.read(record)));
    const lab = joinLab({ id, ...data }, (await load(built)) as LabCode);
    expect(lab.title).toBe('A clinic’s line');
    for (const goal of lab.goals) {
      const start = goalStart(lab.controls, goal);
      const began = lab.view(start).measures;
      const solved = lab.view({ ...start, ...goal.solution }).measures;
      expect(progressOf(needsOf(goal, began, began))).toBe(0);
      expect(progressOf(needsOf(goal, began, solved))).toBe(1);
    }
    // A shape without a class has no color.
    expect(workspace.read(built)).not.toMatch(/<rect (?!class=)/);
    expect(labOutput(lab.view(initialValues(lab.controls))).text).toContain('Of 100 there are 10');
    expect(validate()).toContain(`${record}:`);
  });

  itNightly('adds the first entry to a ledger that is an empty list', () => {
    const file = 'src/content/code-ledger.yaml';
    const before = workspace.read(file);
    const folder = 'src/content/questions';
    // A lab that refers to questions.
    const lab = 'src/content/labs/threshold.yaml';
    const labBefore = workspace.read(lab);
    workspace.change(lab, (text) => text.replace(/^questions:\n(?: +- .*\n)+/m, 'questions: []\n'));
    renameSync(workspace.path(folder), workspace.path('questions-before'));
    workspace.change(file, () => '[]\n');
    rmSync(workspace.path('src/content/paths'), { recursive: true, force: true });
    expect(make('--level', 'own-work', 'Which line did you make longer?')).toMatchObject({
      status: 0,
    });
    expect(workspace.read(file)).toMatch(/^- \{ code: .*\}\n$/);
    expect(validate()).not.toContain('bad-yaml');
    rmSync(workspace.path(folder), { recursive: true });
    renameSync(workspace.path('questions-before'), workspace.path(folder));
    workspace.change(file, () => before);
    workspace.change(lab, () => labBefore);
  });

  it('overwrites nothing', () => {
    const file = 'src/content/glossary/queue-a-line.yaml';
    workspace.change(file, (text) => `${text}# mine\n`);
    const again = make('term', 'Queue: a line');
    expect(again.status).toBe(1);
    expect(again.output).toContain(`${file} already exists. Nothing was written.`);
    expect(workspace.read(file)).toContain('# mine');
  });

  it('reports a usage error without a stack trace', () => {
    const { status, output } = make('qestion', 'x');
    expect(status).toBe(1);
    expect(output).toMatch(
      /^"qestion" isn't a kind. Did you mean "question"\?\nUsage: npm run new -- <kind>/,
    );
    expect(output).not.toContain('    at ');
  });
});
