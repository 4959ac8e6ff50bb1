import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Control, initialValues, type Values } from '../../domain/labs/control.ts';
import { allLabs } from './all-labs.ts';
import { labOutput } from './lab-output.ts';

const ledger = readFileSync('src/content/code-ledger.yaml', 'utf8');
const sources = readdirSync('src/content/sources');

/** Values with one control at each of its ends or options. */
function extremes(control: Control): Values[string][] {
  switch (control.kind) {
    case 'number':
      return [control.min, control.max];
    case 'choice':
      return control.options.map(({ value }) => value);
    case 'switch':
      return [true, false];
    case 'text':
      return ['', '<b>&"', 'x'.repeat(control.maxLength)];
    case 'hidden':
      return [control.initial];
  }
}

describe.each(allLabs)('the lab "$title"', ({ id, title, task, say, controls, view, ...names }) => {
  it('stands in the folder of its id, and says what to do and what to say', () => {
    expect(readdirSync('src/components/labs')).toContain(id);
    expect(title.length).toBeLessThanOrEqual(40);
    expect(task.length).toBeGreaterThan(40);
    expect(say).toMatch(/^[A-Z“].*[.”]$/);
    expect(new Set(controls.map(({ name }) => name)).size).toBe(controls.length);
    for (const { name } of controls) expect(name).toMatch(/^[a-z][a-z0-9]*$/);
  });

  it('names questions and sources that the guide has', () => {
    for (const code of names.questions) expect(ledger).toContain(`code: ${code},`);
    for (const source of names.sources) expect(sources).toContain(`${source}.yaml`);
  });

  it('shows numbers and no accidents, at the start and at the ends of every control', () => {
    const initial = initialValues(controls);
    const settings = [
      initial,
      ...controls.flatMap((control) =>
        extremes(control).map((value) => ({ ...initial, [control.name]: value })),
      ),
      ...(['min', 'max'] as const).map((end) => ({
        ...initial,
        ...Object.fromEntries(
          controls.flatMap((control) =>
            control.kind === 'number' ? [[control.name, control[end]]] : [],
          ),
        ),
      })),
    ];
    for (const values of settings) {
      const { text } = labOutput(view(values));
      expect(text, JSON.stringify(values)).not.toMatch(/NaN|Infinity|undefined|\[object/);
      expect(text).not.toContain('<b>');
    }
  });

  it('has a table whose rows fit its columns', () => {
    const { table } = view(initialValues(controls));
    expect(table.rows.length).toBeGreaterThan(0);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  });
});
