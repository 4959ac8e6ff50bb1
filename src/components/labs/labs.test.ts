import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { labOutput } from '../../../tests/lab-output.ts';
import {
  type Control,
  fromSlider,
  initialValues,
  type NumberControl,
  readValues,
  sliderRange,
  startValues,
  toSlider,
  type Values,
  writeValue,
} from '../../domain/labs/control.ts';
import { allLabs } from './all-labs.ts';
import { gapInWords, guessControl, isRight } from './guess.ts';
import type { Lab } from './lab.ts';
import { labBody } from './lab-body.ts';

const ledger = readFileSync('src/content/code-ledger.yaml', 'utf8');
const sources = readdirSync('src/content/sources');

/** Values with one control at each end or option. */
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
      return [control.initial, control.start ?? control.initial];
  }
}

function slidersOf({ controls, guess }: Lab): NumberControl[] {
  const own = controls.flatMap((control) =>
    control.kind === 'number' && !control.isPlain ? [control] : [],
  );
  return guess.kind === 'slider' ? [...own, guessControl(guess)] : own;
}

/** A text in a drawing, with its approximate width. */
interface Label {
  readonly label: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

function labelsIn(svg: string, width: number): Label[] {
  // Letters are at most 21 units high on phones, and about 0.58 of that wide.
  const size = width >= 600 ? 21 : 13;
  return [...svg.matchAll(/<text([^>]*) x="([\d.-]+)" y="([\d.-]+)"([^>]*)>([^<]*)</g)].map(
    ([, before = '', x, y, after = '', label = '']) => {
      const length = label.length * size * 0.58;
      const anchor = /text-anchor="(\w+)"/.exec(before + after)?.[1];
      const inFront = anchor === 'end' ? length : anchor === 'middle' ? length / 2 : 0;
      const left = Number(x) - inFront;
      return { label, left, right: left + length, y: Number(y), size };
    },
  );
}

function areApart(one: Label, other: Label): boolean {
  return (
    one.right <= other.left + 3 ||
    other.right <= one.left + 3 ||
    Math.abs(one.y - other.y) > 0.8 * one.size
  );
}

function words(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
}

describe.each(allLabs)('the lab "$title"', (lab) => {
  const { id, title, guess, controls, view, challenges } = lab;

  it('is in the folder of its id, with a still picture', () => {
    expect(readdirSync('src/components/labs')).toContain(id);
    expect(title.length).toBeLessThanOrEqual(40);
    expect(lab.still.question).toMatch(/\?$/);
    expect(new Set(controls.map(({ name }) => name)).size).toBe(controls.length);
    for (const { name } of controls) expect(name).toMatch(/^[a-z][a-z0-9]*$/);
  });

  it('names questions and sources that the guide has', () => {
    for (const code of lab.questions) expect(ledger).toContain(`code: ${code},`);
    for (const source of lab.sources) expect(sources).toContain(`${source}.yaml`);
  });

  it('shows three controls at most, the rest under "More inputs"', () => {
    const first = controls.filter(({ kind, isMore }) => kind !== 'hidden' && !isMore);
    expect(first.length).toBeLessThanOrEqual(3);
  });

  it('says what to say in two sentences of at most twenty words', () => {
    const sentences = lab.say.split(/(?<=[.?!])\s+(?=[A-Z])/);
    expect(sentences).toHaveLength(2);
    for (const sentence of sentences) {
      expect(words(sentence), sentence).toBeLessThanOrEqual(20);
      expect(words(sentence), sentence).toBeGreaterThan(3);
    }
    expect(lab.misconception).toMatch(/^[A-Z0-9“].*\.$/);
  });

  it('asks for one guess, and answers it in one sentence', () => {
    expect(guess.question).toMatch(/\?$/);
    expect(words(guess.question)).toBeLessThanOrEqual(55);
    expect(guess.because).toMatch(/^[^A-Z]/);
    expect(isRight(guess, guess.truth)).toBe(true);
    expect(gapInWords(guess, guess.truth)).toMatch(/^Right, it’s .*\.$/);
    if (guess.kind === 'choice') {
      expect(guess.options.filter(({ value }) => value === guess.truth)).toHaveLength(1);
      for (const { value } of guess.options) {
        expect(gapInWords(guess, value)).toMatch(/^[^.?!]*(?:\d\.\d[^.?!]*)*\.$/);
      }
    } else {
      expect(guess.truth).toBeGreaterThanOrEqual(guess.min);
      expect(guess.truth).toBeLessThanOrEqual(guess.max);
      // Where the slider starts must not be the answer.
      expect(isRight(guess, guessControl(guess).initial)).toBe(false);
    }
  });

  it('gives nothing away before the guess', () => {
    const [asked = ''] = labBody(lab).text.split('<div class="lab-run">');
    expect(asked).not.toContain(guess.because);
    expect(asked).not.toContain(view(initialValues(controls)).result);
  });

  it('has two challenges, unsolved at the start, each with a solution that fits in a link', () => {
    const start = startValues(controls);
    for (const { task, isMet, solution } of challenges) {
      expect(isMet(start), task).toBe(false);
      expect(isMet(initialValues(controls)), task).toBe(false);
      const solved = { ...start, ...solution };
      expect(isMet(solved), task).toBe(true);
      const read = readValues(controls, (name) => writeValue(solved[name] ?? ''));
      expect(read).toEqual(solved);
      for (const name of Object.keys(solution)) {
        expect(controls.map((control) => control.name)).toContain(name);
      }
    }
    expect(challenges[0].solution).not.toEqual(challenges[1].solution);
  });

  it('has sliders whose ends and start are those of their values', () => {
    for (const control of slidersOf(lab)) {
      const { min, max } = sliderRange(control);
      expect(fromSlider(control, min)).toBe(control.min);
      expect(fromSlider(control, max)).toBe(control.max);
      expect(fromSlider(control, toSlider(control, control.initial))).toBeCloseTo(control.initial);
    }
  });

  it('shows valid numbers, at the start and at the ends of every control', () => {
    const initial = initialValues(controls);
    const settings = [
      initial,
      startValues(controls),
      ...challenges.map(({ solution }) => ({ ...initial, ...solution })),
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
      const shown = view(values);
      const { text } = labOutput(shown);
      expect(text, JSON.stringify(values)).not.toMatch(/NaN|Infinity|undefined|\[object/);
      expect(text).not.toContain('<b>');
      expect(shown.value).not.toBe('');
      expect(words(shown.result), shown.result).toBeLessThanOrEqual(45);
      for (const challenge of challenges) expect(typeof challenge.isMet(values)).toBe('boolean');
    }
  });

  it('has a table whose rows fit its columns', () => {
    const { table } = view(initialValues(controls));
    expect(table.rows.length).toBeGreaterThan(0);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  });

  it('draws pictures whose labels stay clear of each other and inside', () => {
    const { text } = labOutput(view(initialValues(controls)));
    for (const [svg, width] of text.matchAll(
      /<svg viewBox="0 0 (\d+) \d+" role="img"[\s\S]*?<\/svg>/g,
    )) {
      const labels = labelsIn(svg, Number(width));
      for (const { label, left, right } of labels) {
        expect(left, label).toBeGreaterThanOrEqual(-3);
        expect(right, label).toBeLessThanOrEqual(Number(width) + 3);
      }
      const meeting = labels.flatMap((one, index) =>
        labels.slice(index + 1).flatMap((other) => (areApart(one, other) ? [] : [[one, other]])),
      );
      expect(meeting).toEqual([]);
    }
  });
});
