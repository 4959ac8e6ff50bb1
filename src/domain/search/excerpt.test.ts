import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';
import { GuideIndex } from './guide-index.ts';
import { ReadText } from './mark-words.ts';
import { searchDataVersion as version } from './search-data.ts';

const about =
  'HIPAA, alerts, alert systems, STAR story, 510(k), Q-Sub, data residency, sepsis, method, 988';
const index = new GuideIndex({
  version,
  order: '',
  questions: [
    {
      slug: 'all',
      title: 'All',
      label: about,
      summary: '',
      level: 'beginner',
      topics: [],
      jurisdictions: [],
    },
  ],
  pages: [],
});
index.addTerms(
  {
    version,
    terms: [
      { id: 'residency', term: 'data residency', aliases: [] },
      { id: 'q', term: 'Q-Submission', aliases: ['Q-Sub'] },
    ],
    labs: [],
    questions: {},
  },
  '',
);

const unitsOf = (query: string, isTyping = false) => index.read(query, { isTyping }).units;

function marksIn(text: string, query: string, isTyping = false): string[] {
  const segments = new ReadText(text).marked(unitsOf(query, isTyping));
  expect(segments.map((segment) => segment.text).join('')).toBe(text);
  return segments.filter(({ isMatch }) => isMatch).map((segment) => segment.text);
}

describe('marks', () => {
  it('are on the words of a query in any form, without punctuation', () => {
    expect(
      marksIn('The alerts (of 510(k)), “alert” systems, HIPAA, too.', 'alert 510k hipaa'),
    ).toEqual(['alerts', '510(k)', 'alert', 'HIPAA']);
  });

  it('are never on a longer word, except the one being typed', () => {
    expect(marksIn('Start with a STAR story. Starting is hard.', 'STAR method')).toEqual(['STAR']);
    expect(marksIn('The queue of a subcontractor and its subgroups.', 'q-sub')).toEqual([]);
    expect(marksIn('Sepsis is septic, not separate.', 'seps', true)).toEqual(['Sepsis']);
    expect(marksIn('Of 3,988 patients, one called 988.', '988')).toEqual(['988']);
  });

  it('are on the names of a term as phrases', () => {
    const text = 'Data residency is where data live. Ask in a Q-Sub or a Q-Submission.';
    expect(marksIn(text, 'data residency')).toEqual(['Data residency']);
    expect(marksIn(text, 'q-sub')).toEqual(['Q-Sub', 'Q-Submission']);
  });
});

describe('an excerpt', () => {
  const excerpt = (query: string, ...sentences: string[]) => {
    const parts = [{ id: 'hint', label: 'Hint', sentences }];
    const best = excerptOf({ version, parts }, unitsOf(query), () => 1);
    return best?.segments.map(({ text }) => text).join('');
  };

  it('is the sentence with the most words of the query', () => {
    const both = 'HIPAA binds those who send alerts to nurses.';
    expect(excerpt('hipaa alerts', 'Alerts are many in this one hospital.', both)).toBe(both);
  });

  it('is missing if no sentence has half of the query', () => {
    expect(excerpt('sepsis', 'HIPAA binds those who send many alerts.')).toBeUndefined();
    expect(
      excerpt('sepsis hipaa method', 'HIPAA binds those who send many alerts.'),
    ).toBeUndefined();
  });

  it('is a statement, never a heading, a question, or half a quotation', () => {
    for (const bad of [
      'HIPAA.',
      'HIPAA binds them.',
      'A list of what HIPAA asks of vendors:',
      'Does HIPAA bind each vendor of a hospital?',
      'She writes: “HIPAA binds the vendor of it.',
    ]) {
      expect(excerpt('hipaa', bad), bad).toBeUndefined();
    }
    expect(
      excerpt('hipaa', 'HIPAA binds them.', 'HIPAA binds every vendor that has patient data.'),
    ).toBe('HIPAA binds every vendor that has patient data.');
  });

  it('is rather one that makes sense alone', () => {
    const alone = 'Most hospitals count their alerts by shift.';
    expect(excerpt('alerts', 'It counts all of its alerts by shift.', alone)).toBe(alone);
    expect(excerpt('alerts', 'and so the alerts are too many.', alone)).toBe(alone);
  });

  it('starts at the start of its sentence, has the word in sight, and shows if it was cut', () => {
    const early = `HIPAA comes first, ${'and more follows, '.repeat(12)}at last.`;
    const late = `${'Many words come before it, '.repeat(9)}and then HIPAA comes.`;
    expect(excerpt('hipaa', early)).toMatch(/^HIPAA comes first.* …$/);
    expect(excerpt('hipaa', early)?.length).toBeLessThan(175);
    expect(excerpt('hipaa', late)).toBeUndefined();
    // The last word within the limit is cut off, so a match in it doesn't count.
    const last = `${'Many words come before it, '.repeat(6)}hipaa-sepsis comes last.`;
    expect(last.indexOf('hipaa')).toBeLessThan(170);
    expect(excerpt('hipaa', last)).toBeUndefined();
  });
});
