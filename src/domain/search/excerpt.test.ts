import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';
import { GuideIndex } from './guide-index.ts';
import { plainLine } from './index-document.ts';
import { ReadText } from './mark-words.ts';

const about =
  'HIPAA, alerts, alert systems, STAR story, 510(k), Q-Sub, data residency, sepsis, method';
const index = new GuideIndex({
  questions: [
    {
      slug: 'all',
      title: 'All',
      aliases: about,
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
    terms: [
      { id: 'residency', term: 'data residency', aliases: [] },
      { id: 'q', term: 'Q-Submission', aliases: ['Q-Sub'] },
    ],
    labs: [],
    questions: {},
    languages: {},
  },
  '',
);

const unitsOf = (query: string, isTyping = false) => index.read(query, { isTyping });

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
  });

  it('are on the names of a term as phrases', () => {
    const text = 'Data residency is where data live. Ask in a Q-Sub or a Q-Submission.';
    expect(marksIn(text, 'data residency')).toEqual(['Data residency']);
    expect(marksIn(text, 'q-sub')).toEqual(['Q-Sub', 'Q-Submission']);
  });
});

describe('an excerpt', () => {
  const part = (id: string, text: string) => ({ id, label: id, text: new ReadText(text) });
  const excerpt = (query: string, ...parts: ReturnType<typeof part>[]) => {
    const found = excerptOf(parts, unitsOf(query));
    return found && `${found.part.id}: ${found.segments.map(({ text }) => text).join('')}`;
  };

  it('is the sentence with the most words of the query', () => {
    const hint = part(
      'hint',
      'Alerts are many in every unit of this hospital. HIPAA binds those who send alerts to nurses.',
    );
    expect(excerpt('hipaa alerts', hint)).toBe(
      'hint: HIPAA binds those who send alerts to nurses.',
    );
    expect(excerpt('sepsis', hint)).toBeUndefined();
  });

  it('comes from a rubric only if nothing else has the words', () => {
    const rubric = part('rubric', 'Names HIPAA and who it binds in one good sentence.');
    const deeper = part('deeper', 'What HIPAA asks of you depends on who you are.');
    expect(excerpt('hipaa', rubric, deeper)).toMatch(/^deeper/);
    expect(excerpt('hipaa', rubric)).toMatch(/^rubric/);
  });

  it('of a long sentence begins near the word, and shows that it was cut', () => {
    const long = `${'Many words come before it, '.repeat(9)}and then HIPAA comes, ${'and more follow, '.repeat(12)}at last.`;
    const text = excerpt('hipaa', part('hint', long))?.replace('hint: ', '') ?? '';
    expect(text).toMatch(/^… .* …$/);
    expect(text.indexOf('HIPAA')).toBeLessThan(50);
    expect(text.length).toBeLessThan(170);
  });
});

describe('a line of searched text', () => {
  it.each([
    ['1. Name the law.', 'Name the law.'],
    ['- Name the law.', 'Name the law.'],
    ['The law binds (IMDRF N10, 2013) .', 'The law binds (IMDRF N10, 2013).'],
    ['It fell by half [3], then rose [4, 5].', 'It fell by half, then rose.'],
    ['Scribe | 12 minutes | saves time.', 'Scribe; 12 minutes; saves time.'],
    ['What is behind it. | Minutes', 'What is behind it. Minutes'],
  ])('has no list, table, or citation marks: %s', (line, plain) => {
    expect(plainLine(line)).toBe(plain);
  });
});
