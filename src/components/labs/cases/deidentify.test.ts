import { describe, expect, it } from 'vitest';
import { labOutput } from '../../../../tests/labs/lab-output.ts';
import { labOnDisk } from '../../../../tests/labs/labs-on-disk.ts';
import type { LabFacts } from '../../../domain/guide/build-guide.ts';
import { initialValues, readValues, startValues } from '../../../domain/labs/control.ts';

const lab = labOnDisk('deidentify');
const { note, kinds } = lab.facts as LabFacts<'deidentify'>;
const spans = note.filter((part) => typeof part !== 'string');

const initial = initialValues(lab.controls);
const letters = spans.map((_, index) => String.fromCharCode(97 + index));
const identifiers = letters.filter((_, index) => spans[index]?.kind !== undefined).join('');
const remove = (removed: string, route = 'list') => lab.view({ ...initial, removed, route });

describe('the de-identification lab', () => {
  it('has the eighteen kinds in the rule, (A) to (R), with telephone and fax separate', () => {
    expect(Object.keys(kinds).join('')).toBe('ABCDEFGHIJKLMNOPQR');
    expect(kinds['D']).toContain('Telephone');
    expect(kinds['E']).toContain('Fax');
  });

  it('starts with the whole note; an older link means a simple scrubber', () => {
    expect(lab.view(startValues(lab.controls)).value).toBe('0 of 16');
    // The initial settings remove the name, address, record number, admission date, telephone
    // number, and email address, but also the age 67, which may stay.
    expect(lab.view(initial).result).toBe(
      'Found 6 of 16 identifiers, missed 10, removed 1 detail that may stay. Not de-identified under Safe Harbor.',
    );
  });

  it('leaves one question open when the list is met', () => {
    expect(remove(identifiers).result).toBe(
      'Found 16 of 16 identifiers, missed 0, removed 0 details that may stay. Every listed identifier is gone. You still have to rule out actual knowledge that the rest identifies her.',
    );
  });

  it.each([
    ['67', undefined],
    ['Washington State', undefined],
    ['987', undefined],
    ['2019', undefined],
    ['tacrolimus', undefined],
    ['Heart-lung transplant', undefined],
    ['98742', 'B'],
    ['March 3, 2026', 'C'],
    ['93', 'C'],
    ['PM-88231-K', 'M'],
    ['Corvane Glassworks', 'A'],
    ['Linnea', 'A'],
    ['b1946ac9', 'R'],
  ])('takes %s for kind %s', (text, kind) => {
    expect(spans.find((span) => span.text === text)?.kind).toBe(kind);
  });

  it('says which part of a ZIP code, a date, and a high age may stay', () => {
    const { text } = labOutput(remove(''));
    for (const rest of ['may stay as 987', 'may stay as 2026', 'may stay as 90 or older']) {
      expect(text).toContain(rest);
    }
  });

  it('counts matching people as by hand: 640,000 in the area, 1 in 100, 1 in 100,000, 1 in 20', () => {
    expect(remove(identifiers, 'expert').result).toBe(
      'Fewer than one person matches what’s left (made-up numbers).',
    );
    // Without the transplant, its year doesn't narrow the group down, so 640,000 ÷ 100 people are
    // left.
    expect(remove(`${identifiers}j`, 'expert').result).toContain('About 6,400 people');
    expect(remove('', 'expert').result).toContain('12 remaining identifiers point');
  });

  it('shows every span pressed and not pressed, on both routes', () => {
    for (const removed of ['', letters.join(''), identifiers, ...letters]) {
      for (const route of ['list', 'expert']) {
        const { text } = labOutput(remove(removed, route));
        expect(text).not.toMatch(/NaN|Infinity|undefined/);
        expect(text.match(/aria-pressed="true"/g) ?? []).toHaveLength(removed.length);
      }
    }
  });

  it('has a letter for each span, and ignores other letters in a link', () => {
    const hidden = lab.controls.find(({ kind }) => kind === 'hidden');
    expect(hidden?.kind === 'hidden' && new RegExp(hidden.pattern).test(letters.join(''))).toBe(
      true,
    );
    const removedIn = (removed: string) =>
      readValues(lab.controls, (name) => (name === 'removed' ? removed : null))['removed'];
    expect(removedIn('')).toBe('');
    expect(removedIn('z')).toBe('abcgirs');
    expect(removedIn('a"><b>')).toBe('abcgirs');
  });
});
