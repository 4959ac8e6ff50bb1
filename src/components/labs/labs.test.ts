import { describe, expect, it } from 'vitest';
import { labOutput } from '../../../tests/labs/lab-output.ts';
import { allLabs } from '../../../tests/labs/labs-on-disk.ts';
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
import { goalStart, isFree, needsOf, progressOf } from '../../domain/labs/goals.ts';
import { answerInWords, askedIn, gapInWords, guessControl, isRight, writeGuess } from './guess.ts';
import type { Lab } from './lab.ts';
import { goalMarkup, stripMarkup } from './lab-output.ts';

/** Returns the ends of a control's range, all of its options, or unusual texts. */
function extremes(control: Control): Values[string][] {
  switch (control.kind) {
    case 'number':
      return control.range.slice(0, 2);
    case 'choice':
      return Object.keys(control.options);
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
    control.kind === 'number' && !control.plain ? [control] : [],
  );
  return guess.kind === 'slider' ? [...own, guessControl(guess)] : own;
}

/** Text in a drawing, with its approximate position. */
interface Label {
  readonly label: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

function labelsIn(svg: string, width: number): Label[] {
  // On phones, letters are at most 21 units high, and their width is about 0.58 of that.
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
  const { guess, controls, view, goals } = lab;

  it('says its surprise without a period', () => {
    expect(lab.surprise).toMatch(/^[A-Z0-9].*[^.!?]$/);
    expect(new Set(controls.map(({ name }) => name)).size).toBe(controls.length);
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
    const [given, asked] = askedIn(guess);
    expect(asked).toMatch(/^[A-Z].*\?$/);
    expect(`${given} ${asked}`.trim()).toBe(guess.question);
    expect(words(guess.question)).toBeLessThanOrEqual(55);
    expect(guess.because).toMatch(/^[^A-Z].*\.$/);
    expect(isRight(guess, guess.truth)).toBe(true);
    expect(gapInWords(guess, guess.truth)).toMatch(/^Right, it’s .*\.$/);
    expect(answerInWords(guess)).toContain(guess.because);
    if (guess.kind === 'choice') {
      expect(Object.keys(guess.options)).toContain(guess.truth);
      for (const value of Object.keys(guess.options)) {
        expect(gapInWords(guess, value)).toMatch(/^[^.?!]*(?:\d\.\d[^.?!]*)*\.$/);
      }
    } else {
      const [min, max] = guess.range;
      expect(guess.truth).toBeGreaterThanOrEqual(min);
      expect(guess.truth).toBeLessThanOrEqual(max);
      // The slider must not start at or near the answer.
      expect(isRight(guess, guessControl(guess).initial)).toBe(false);
    }
  });

  it('has the answer to its guess at its start', () => {
    if (guess.kind === 'choice') return;
    const measured = Number(view(initialValues(controls)).measures[guess.measure]);
    expect(Math.abs(measured - guess.truth)).toBeLessThanOrEqual(guess.near / 2 + 0.5);
    const text = stripMarkup(guess, view(startValues(controls)), guess.range[1], guess.truth).text;
    expect(text).toContain(`your guess ${writeGuess(guess, guess.range[1])}`);
    expect(text).not.toMatch(/NaN|Infinity/);
  });

  it.each(goals)(
    'has a goal that isn’t met when it begins, and is by its solution: $task',
    (goal) => {
      const start = goalStart(controls, goal);
      const began = view(start).measures;
      expect(progressOf(needsOf(goal, began, began))).toBeLessThan(1);
      const solved = { ...start, ...goal.solution };
      const needs = needsOf(goal, began, view(solved).measures);
      expect(needs.filter(({ isMet }) => !isMet)).toEqual([]);
      expect(progressOf(needs)).toBe(1);
      const changed = controls.filter(({ name }) => solved[name] !== start[name]);
      expect(changed.filter((control) => !isFree(goal, control))).toEqual([]);
      expect(goalMarkup(0, goal, needs).text).not.toMatch(/NaN|Infinity|undefined/);
      const names = controls.map(({ name }) => name);
      for (const name of [goal.change, goal.start, goal.solution].flatMap((part) =>
        Array.isArray(part) ? part : Object.keys(part ?? {}),
      )) {
        expect(names).toContain(name);
      }
      const read = readValues(controls, (name) => writeValue(solved[name] ?? ''));
      expect(read).toEqual(solved);
    },
  );

  it('has every control that a solution changes next to the chart', () => {
    const changed = goals.flatMap(({ solution }) => Object.keys(solution));
    const hidden = controls.filter((one) => one.kind !== 'hidden' && one.more);
    const pressed = view(initialValues(controls)).figure.text;
    const missing = hidden.filter(
      ({ name }) => changed.includes(name) && !pressed.includes(`data-set="${name}=`),
    );
    expect(missing).toEqual([]);
    const shown = controls.filter((one) => one.kind !== 'hidden' && !one.more);
    expect(shown.length - (lab.grid?.cells.flat().length ?? 0)).toBeLessThanOrEqual(4);
  });

  it('has sliders whose ends and start are those of their values', () => {
    for (const control of slidersOf(lab)) {
      const { min, max } = sliderRange(control);
      expect(fromSlider(control, min)).toBe(control.range[0]);
      expect(fromSlider(control, max)).toBe(control.range[1]);
      expect(fromSlider(control, toSlider(control, control.initial))).toBeCloseTo(control.initial);
    }
  });

  it('shows valid numbers, at the start and at the ends of every control', () => {
    const initial = initialValues(controls);
    const settings = [
      initial,
      startValues(controls),
      ...goals.map((goal) => ({ ...goalStart(controls, goal), ...goal.solution })),
      ...controls.flatMap((control) =>
        extremes(control).map((value) => ({ ...initial, [control.name]: value })),
      ),
      ...([0, 1] as const).map((end) => ({
        ...initial,
        ...Object.fromEntries(
          controls.flatMap((control) =>
            control.kind === 'number' ? [[control.name, control.range[end]]] : [],
          ),
        ),
      })),
    ];
    for (const values of settings) {
      const shown = view(values);
      const { text } = labOutput(shown);
      expect(text, JSON.stringify(values)).not.toMatch(/NaN|Infinity|undefined|\[object/);
      expect(text).not.toContain('<b>&');
      expect(shown.value).not.toBe('');
      expect(words(shown.result), shown.result).toBeLessThanOrEqual(45);
      for (const goal of goals)
        expect(needsOf(goal, shown.measures, shown.measures)).not.toEqual([]);
    }
  });

  it('has a table whose rows fit its columns', () => {
    const { table } = view(initialValues(controls));
    // If the board is a table, the lab needs no other table.
    const isTable = view(initialValues(controls)).figure.text.includes('<tbody>');
    expect(table.rows.length > 0).toBe(!isTable);
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
