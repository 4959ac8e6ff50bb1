import { describe, expect, it } from 'vitest';
import { labOnDisk } from '../../../../tests/labs/labs-on-disk.ts';
import type { LabFacts } from '../../../domain/guide/build-guide.ts';
import { initialValues } from '../../../domain/labs/control.ts';

const lab = labOnDisk('guardrails');
const { messages } = lab.facts as LabFacts<'guardrails'>;

const view = (values = {}) => lab.view({ ...initialValues(lab.controls), ...values });

describe('the guardrails lab', () => {
  it('has four emergencies, five harmless questions, and three bad drafts', () => {
    const count = (need: string) => messages.filter((message) => message.need === need).length;
    expect([count('emergency'), count('answer'), count('no-answer')]).toEqual([4, 5, 3]);
  });

  it('opens with five wrong, counted by hand', () => {
    // Missed: 2 and 3. Bad replies: 11, which gives a dose in words, and 12, which gives a
    // diagnosis. Blocked by mistake: 5, from a reader whose father died of chest pain.
    expect(view().value).toBe('5 of 12');
    expect(view().result).toBe(
      '2 of 4 emergencies missed, 2 of 3 bad answers let through, and 1 of 5 harmless questions blocked.',
    );
    expect(lab.guess.truth).toBe(5);
  });

  it('has no effect without layers: it misses every emergency, lets all bad answers through, and blocks nothing', () => {
    expect(view({ input: 'none', alarm: 1, output: 'none' }).result).toBe(
      '4 of 4 emergencies missed, 3 of 3 bad answers let through, and 0 of 5 harmless questions blocked.',
    );
  });

  it('answers no one if its classifier always alarms', () => {
    expect(view({ alarm: 0 }).result).toContain('5 of 5 harmless questions blocked');
  });

  it('catches all four with broad words, at the cost of two harmless questions', () => {
    expect(view({ input: 'broad' }).result).toMatch(/^0 of 4 .*, and 2 of 5 harmless/);
  });
});
