import { describe, expect, it } from 'vitest';
import { labOutput } from '../../../../tests/labs/lab-output.ts';
import { labOnDisk } from '../../../../tests/labs/labs-on-disk.ts';
import { initialValues } from '../../../domain/labs/control.ts';

const lab = labOnDisk('drift');
const initial = initialValues(lab.controls);
const result = (values: object) => lab.view({ ...initial, ...values }).result;
const cell = (values: object, name: string) =>
  lab.view({ ...initial, ...values }).table.rows.find(([row]) => row?.startsWith(name))?.[1];
const passing = (values: object) =>
  Number.parseInt(cell(values, 'Drift-free draws above 0.10') ?? '', 10);

describe('the drift lab', () => {
  it('opens with an alarm and no drift: about four in five such draws exceed 0.10', () => {
    expect(result({})).toMatch(/moderate drift by convention, but nothing has drifted/);
    // With many more draws, the share is 81%. The tolerance is three standard errors for 200 draws.
    expect(passing({})).toBeGreaterThan(162 - 17);
    expect(passing({})).toBeLessThan(162 + 17);
    expect(passing({ recent: 1000, reference: 1000 })).toBe(0);
    expect(lab.guess.truth).toBe(Math.round(passing({}) / 2));
    expect(result({})).toContain(`Of 200 draws without any drift, ${passing({})} exceed 0.10.`);
  });

  it('says how much the drift itself accounts for', () => {
    expect(result({ shift: 0.5 })).toContain('The drift itself accounts for 0.238;');
  });

  it('finds a trivial shift significant in a large sample, with a PSI that says little', () => {
    const large = result({ shift: 0.1, recent: 5000, reference: 5000 });
    expect(large).toContain('little or no drift by convention');
    expect(cell({ shift: 0.1, recent: 5000, reference: 5000 }, 'p-value')).toBe(
      'p < 0.001: significant',
    );
    const { rows } = lab.view({ ...initial, recent: 1000, reference: 1000 }).table;
    expect(rows.find(([name]) => name?.startsWith('Smallest KS gap'))?.[1]).toBe('0.0607');
    expect(rows.find(([name]) => name?.startsWith('Mean PSI'))?.[1]).toBe('0.018');
  });

  it('draws again from the next seed, and draws the same from the same seed', () => {
    expect(labOutput(lab.view(initial)).text).toContain('data-set="draw=2"');
    expect(labOutput(lab.view(initial)).text).toContain('data-set="draw=21"');
    expect(labOutput(lab.view({ ...initial, draw: '999' })).text).toContain('data-set="draw=1"');
    expect(result({ draw: '2' })).not.toBe(result({}));
    expect(result({ draw: '2' })).toBe(result({ draw: '2' }));
    // The chart keeps earlier draws, up to twenty draws in all.
    const dots = (draw: string) =>
      lab.view({ ...initial, draw }).figure.text.match(/fill-b soft/g)?.length ?? 0;
    expect([dots('1'), dots('5'), dots('30')]).toEqual([0, 4, 19]);
    // 20,000 values take long enough, so larger draws keep fewer of the earlier ones.
    const large = { ...initial, draw: '30', recent: 5000, reference: 5000 };
    expect(lab.view(large).figure.text.match(/fill-b soft/g) ?? []).toHaveLength(1);
  });

  it('keeps an earlier draw where it was', () => {
    const places = (draw: string) =>
      [...lab.view({ ...initial, draw }).figure.text.matchAll(/cx="([^"]+)" cy="180"/g)].map(
        ([, x]) => x,
      );
    const [first] = places('1');
    expect(places('2').slice(0, -1)).toEqual([first]);
    expect(places('3').slice(0, -1)).toContain(first);
  });

  it('shows a draw that is off the scale at its end, and says so', () => {
    const figureOf = (values: object) => lab.view({ ...initial, ...values }).figure.text;
    expect(figureOf({ shift: 1.5 })).toContain('your draw, off the scale');
    expect(figureOf({ shift: 1.5 })).toContain('cx="576" cy="180" r="8"');
    expect(figureOf({})).not.toContain('off the scale');
  });

  it('counts a change in spread alone as drift', () => {
    expect(result({ spread: 1.5 })).toContain('The drift itself accounts for');
  });

  it('calls only p-values below 0.05 significant', () => {
    const verdicts = Array.from({ length: 99 }, (_, at) =>
      String(cell({ draw: String(at + 1) }, 'p-value')),
    );
    for (const verdict of verdicts) {
      const isSignificant = Number(/0\.\d+/.exec(verdict)?.[0]) < 0.05;
      expect(verdict.includes('not significant')).toBe(!isSignificant);
    }
    expect(verdicts.join(' ')).toMatch(/p = 0\.0[5-9]/);
  });
});
