import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labOutput } from '../../../../tests/labs/lab-output.ts';
import { labOnDisk } from '../../../../tests/labs/labs-on-disk.ts';
import { initialValues, readValues } from '../../../domain/labs/control.ts';

const lab = labOnDisk('predictive-value');
const view = (values = {}) => lab.view({ ...initialValues(lab.controls), ...values });

describe('the predictive value lab', () => {
  it('starts where alerts of a 90%/90% test are right one time in twelve', () => {
    // 10 patients are ill, and 9 of them are found. 990 are well, and 99 of them are flagged. So 9
    // of 108 alerts are true.
    expect(view().result).toBe(
      'Among 1,000 patients, there are 108 alerts: 9 true and 99 false; 1 sick patient is missed. PPV 8.3%. Above 10% prevalence, most alerts are true.',
    );
    expect(`${view().value} ${view().unit}`).toBe('8 in 100 alerts are true, about 1 in 12');
    // The answer to the guess is 8.3 of 100, rounded.
    expect(lab.guess.truth).toBe(Math.round((100 * 9) / 108));
  });

  it('gives the values that the page on precision prints for 90% and 95%', () => {
    const ppv = (prevalence: number) =>
      view({ prevalence, specificity: 95 }).table.rows.find(([name]) => name?.startsWith('PPV'));
    expect(ppv(1)?.[1]).toBe('15.4%');
    expect(ppv(10)?.[1]).toBe('66.7%');
  });

  it('draws the right number of patients', () => {
    // The legend has its own marks, so only the main picture is read.
    const [picture = ''] = view().figure.text.split('</svg>');
    const count = (look: string, spare: number): number =>
      [...picture.matchAll(new RegExp(`predictive-value-${look}" d="([^"]*)"`, 'g'))]
        .flatMap(([, path = '']) => [...path.matchAll(/h(\d+)/g)])
        .reduce((sum, [, length]) => sum + (Number(length) - spare) / 12 + 1, 0);
    expect(count('true', 8)).toBe(9);
    expect(count('missed', 1)).toBe(1);
    expect(count('false', 8)).toBe(99);
    expect(count('rest', 1)).toBe(891);
    expect(picture.length).toBeLessThan(3000);
  });

  it('says when no alert is false', () => {
    expect(view({ specificity: 100 }).result).toContain('PPV 100%');
    expect(view({ specificity: 100 }).value).toBe('100');
    expect(view({ prevalence: 50 }).value).toBe('90');
  });

  it('shows numbers for any link', () => {
    fc.assert(
      fc.property(fc.record({ p: fc.double(), se: fc.double(), sp: fc.double() }), (texts) => {
        const text = { prevalence: texts.p, sensitivity: texts.se, specificity: texts.sp };
        const values = readValues(lab.controls, (name) => String(text[name as keyof typeof text]));
        expect(labOutput(lab.view(values)).text).not.toMatch(/NaN|Infinity|undefined/);
      }),
    );
  });
});
