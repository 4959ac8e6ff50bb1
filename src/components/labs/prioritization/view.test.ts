import { describe, expect, it } from 'vitest';
import { labOutput } from '../../../../tests/labs/lab-output.ts';
import { labOnDisk } from '../../../../tests/labs/labs-on-disk.ts';
import type { LabFacts } from '../../../domain/guide/build-guide.ts';
import { initialValues, readValues } from '../../../domain/labs/control.ts';
import { readEstimates, writeEstimates } from './view.ts';

const lab = labOnDisk('prioritization');
const facts = lab.facts as LabFacts<'prioritization'>;
const estimates = lab.controls.find(({ name }) => name === 'estimates');
const initialEstimates = String(estimates?.initial);
const initial = initialValues(lab.controls);
const result = (values: object) => lab.view({ ...initial, ...values }).result;
const cells = (values: object, letter: string) =>
  lab.view({ ...initial, ...values }).table.rows.find(([name]) => name?.startsWith(letter));

describe('the prioritization lab', () => {
  it('opens with a safety fix that RICE puts last and the other two first', () => {
    expect(result({})).toBe(
      'RICE puts Reminders first; ICE puts Chart mix-ups first; weighted scoring puts Chart mix-ups first. By the three methods, the safety fix ranks 6, 1, 1 of 6.',
    );
  });

  it('computes the three scores as by hand', () => {
    // RICE: 600 × 2 × 0.5 ÷ 4. ICE: (8 + 5 + 6) ÷ 3. Weighted: 0.7 × (0.4 × 8 + 0.3 × 2.5 log10 600
    // + 0.3 × 6) + 0.3 × 5.
    const weighted = 0.7 * (3.2 + 0.75 * Math.log10(600) + 1.8) + 1.5;
    expect(cells({}, 'A')?.slice(5)).toEqual(['150 (3)', '6.33 (5)', `${weighted.toFixed(2)} (2)`]);
    expect(cells({}, 'C')?.slice(5, 7)).toEqual(['32 (5)', '8 (2)']);
  });

  it('takes the safety fix out of the scores when safety is a gate', () => {
    expect(result({ gate: true })).toMatch(
      /^First, without a score: Chart mix-ups\. RICE puts Reminders first/,
    );
    expect(cells({ gate: true }, 'D')?.slice(5)).toEqual(['gate', 'gate', 'gate']);
    expect(result({ gate: true, safety: 60 })).toBe(result({ gate: true, safety: 0 }));
  });

  it('follows the safety weight', () => {
    // Without safety, D scores 0.4 × 10 + 0.3 × 2.5 log10 6 + 0.3 × 8, which puts it behind A and
    // F.
    expect(cells({ safety: 0 }, 'D')?.[7]).toBe('6.98 (3)');
    expect(cells({ safety: 60 }, 'D')?.[7]).toContain('(1)');
  });

  it('offers half and twice the chosen feature’s reach, and the next of the RICE levels', () => {
    const { text } = labOutput(lab.view({ ...initial, feature: 'a' }));
    expect(text).toContain(
      `data-set="estimates=${initialEstimates.replace('600.', '300.')}" data-key="reach-halve"`,
    );
    expect(text).toContain(
      `data-set="estimates=${initialEstimates.replace('600.', '1200.')}" data-key="reach-double"`,
    );
    expect(text).toContain(
      `data-set="estimates=${initialEstimates.replace('600.3.', '600.4.')}" data-key="impact-raise"`,
    );
    expect(text).toContain('<span>Confidence: 50%</span>');
  });

  it('draws the chosen feature last, so that its line is on top', () => {
    for (const feature of ['a', 'd', 'f']) {
      const lines = [
        ...lab.view({ ...initial, feature }).figure.text.matchAll(/class="(line-[ab])"/g),
      ].map(([, line]) => line);
      expect(lines).toEqual([...lines.slice(1).fill('line-a'), 'line-b']);
    }
  });

  it('moves the columns down for a feature that comes first without a score', () => {
    const heights = (gate: boolean) =>
      [
        ...lab
          .view({ ...initial, gate })
          .figure.text.matchAll(/ y="(\d+)" text-anchor="middle">[A-Z]{3}/g),
      ].map(([, y]) => Number(y));
    const bar = /<rect[^>]* y="(\d+)"[^>]* height="(\d+)"/.exec(
      lab.view({ ...initial, gate: true }).figure.text,
    );
    const end = Number(bar?.[1]) + Number(bar?.[2]);
    expect(Math.min(...heights(true))).toBeGreaterThan(end + 16);
    expect(Math.min(...heights(false))).toBeLessThan(end);
  });

  it('rounds scores of 100 and more to whole numbers', () => {
    const estimates = initialEstimates.replace('600.', '1111.');
    expect(cells({ estimates }, 'A')?.[5]).toMatch(/^\d{3} \(/);
  });

  const odd = '1.0.0.1_999999.4.2.99_1.4.0.99_999999.0.2.1_1.1.1.1_2.2.2.2';
  const least = '1.0.0.1_1.0.0.1_1.0.0.1_1.0.0.1_1.0.0.1_1.0.0.1';

  it('reads only whole estimates from a link', () => {
    const estimatesIn = (text: string) =>
      readValues(lab.controls, (name) => (name === 'estimates' ? text : null))['estimates'];
    expect(estimatesIn(odd)).toBe(odd);
    expect(writeEstimates(readEstimates(odd, facts))).toBe(odd);
    for (const wrong of ['', '0.0.0.1_', `${odd}_1.1.1.1`, odd.replace('4', '5'), `${odd}<b>`])
      expect(estimatesIn(wrong)).toBe(initialEstimates);
  });

  it.each(
    [odd, least].flatMap((estimates) => ['a', 'b', 'f'].map((feature) => ({ estimates, feature }))),
  )('shows the oddest estimates, and buttons that lead to whole ones: %o', (values) => {
    const text = [true, false]
      .map((gate) => labOutput(lab.view({ ...initial, ...values, gate })).text)
      .join('');
    expect(text).not.toMatch(/NaN|Infinity|undefined/);
    for (const [, set] of text.matchAll(/data-set="estimates=([^"]*)"/g)) {
      const linked = readValues(lab.controls, (name) => (name === 'estimates' ? set : null));
      expect(linked['estimates']).toBe(set);
    }
  });
});
