import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchQuestion, searchTerm } from '../export/search-json.ts';
import type { Question } from '../guide/build-guide.ts';
import { GuideIndex } from './guide-index.ts';
import type { ReadOptions } from './read-query.ts';
import { type SearchTerms, type SitePage, searchDataVersion as version } from './search-data.ts';

function question(slug: string, title: string, aliases: string[] = [], summary = ''): Question {
  return {
    slug,
    title,
    label: title,
    summary,
    aliases,
    level: 'beginner',
    topics: ['fda'],
    jurisdictions: ['us'],
  } as unknown as Question;
}

const all = [
  question('hipaa', 'What does HIPAA require?', ['health privacy law', 'data privacy']),
  question('fhir', 'What is FHIR?', ['interoperability', 'HealthLake', 'training data']),
  question('alerts', 'Nurses ignore the sepsis alerts', ['alert fatigue', 'false alarms']),
  question('triage', 'Triage of intracranial hemorrhage', ['head CT', 'presubmission']),
  question('phi', 'Does protected health information leave the cloud?', ['PHI']),
  question('records', 'Start with de-identified records', ['model training', 'queue of notes']),
  question('team', 'You build the first product team. Whom do you hire?', ['who you hire']),
  question('make', 'Make or buy: do you build it?', ['build vs buy']),
  question('conflict', 'Tell me about a conflict in your team', ['STAR story on conflict']),
  question('skin', 'The model fails on dark skin', ['dark skin', 'python tutorial']),
  question('learning', 'How do you learn a field?', ['transfer learning', 'model rates']),
  question('metrics', 'Precision and recall', ['threshold', 'hit rate', 'bias']),
];

const questions = all.map(searchQuestion);

const allTerms: readonly { id: string; term: string; [key: string]: unknown }[] = [
  { id: 'hipaa', term: 'HIPAA' },
  { id: 'ich', term: 'ICH', expansion: 'intracranial hemorrhage', aliases: ['brain bleed'] },
  { id: 'phi', term: 'PHI', expansion: 'protected health information' },
  { id: 'ephi', term: 'ePHI', expansion: 'electronic PHI', searchAs: 'phi' },
  { id: 'mdr', term: 'EU MDR', aliases: ['MDR'] },
  { id: 'reporting', term: 'medical device reporting', aliases: ['MDR'] },
  { id: 'q-sub', term: 'Q-Submission', aliases: ['Q-Sub'] },
  { id: 'residency', term: 'data residency' },
  { id: 'build-or-buy', term: 'build or buy' },
  { id: 'human', term: 'human in the loop' },
  { id: 'dcb', term: 'DCB0129' },
  { id: 'de-novo', term: 'De Novo', aliases: ['no predicate device'] },
  { id: 'predicate', term: 'predicate device' },
  { id: 'azure', term: 'Azure Health Data Services' },
  { id: 'data-use', term: 'data use agreement' },
  { id: 'concept-drift', term: 'concept drift' },
  { id: 'data-drift', term: 'data drift' },
  { id: 'drift-detector', term: 'drift detector' },
];

const terms: SearchTerms = {
  version,
  labs: [
    {
      kind: 'Lab',
      title: 'Take chance out of agreement',
      url: '/labs/kappa/',
      names: ['kappa', 'inter-rater agreement'],
    },
  ],
  terms: allTerms.map((term) => searchTerm({ aliases: [], topics: [], ...term } as never)),
  questions: Object.fromEntries(
    all.map(({ slug, aliases }) => [
      slug,
      {
        code: `${slug.slice(0, 2)}1`,
        aliases: aliases.join(', '),
        about: slug === 'triage' ? [1] : [],
      },
    ]),
  ),
};

const pages: readonly SitePage[] = [
  { kind: 'Page', title: 'How to structure an answer', url: '/structure/', names: ['STAR method'] },
  { kind: 'Page', title: 'The night before', url: '/night/' },
  { kind: 'Lab', title: 'Move the threshold', url: '/labs/threshold/' },
  { kind: 'Topic', title: 'HIPAA', url: '/topics/hipaa/' },
  { kind: 'Path', title: 'Fairness and trust', url: '/paths/fairness/' },
];

const index = new GuideIndex({ version, order: '', questions, pages });
index.addTerms(terms, '/glossary/');
index.addEnglish(['pasta', 'leaning', 'hint', 'never', 'hitch', 'bays', 'medicaid']);

const unitsOf = (query: string, how?: ReadOptions) => index.read(query, how).units;

function find(query: string, how?: ReadOptions): string[] {
  return index.search(unitsOf(query, how)).ranking.map((at) => questions[at]?.slug ?? '');
}

function findPages(query: string, how?: ReadOptions): string[] {
  return index.pages.search(unitsOf(query, how)).map(({ title }) => title);
}

const usedIn = (query: string, how?: ReadOptions) =>
  unitsOf(query, how).map(({ used }) => used.toLowerCase());

describe('a query', () => {
  it('finds a question by its title, its aliases, and names of its terms', () => {
    expect(find('fhir')).toEqual(['fhir']);
    expect(find('alert fatigue')[0]).toBe('alerts');
    expect(find('brain bleed')).toEqual(['triage']);
    expect(find('ICH')).toEqual(['triage']);
  });

  it('finds words of other forms, hyphens, and spellings', () => {
    expect(find('haemorrhages')).toEqual(['triage']);
    expect(find('inter-operability')).toEqual(['fhir']);
    expect(find('health lake')[0]).toBe('fhir');
    expect(find('alertfatigue')).toEqual(['alerts']);
    expect(find('pre-submission')).toEqual(['triage']);
  });

  it('finds the same by a term’s other names as by its main one', () => {
    expect(find('PHI')[0]).toBe('phi');
    expect(find('ePHI')[0]).toBe('phi');
    expect(find('protected health information')[0]).toBe('phi');
  });

  it('knows the terms it names, even two with the same name, or one written as a single word', () => {
    expect(unitsOf('MDR')[0]?.terms.map(({ id }) => id)).toEqual(['mdr', 'reporting']);
    expect(unitsOf('EU MDR')[0]?.terms.map(({ id }) => id)).toEqual(['mdr']);
    expect(unitsOf('humanintheloop')[0]?.terms.map(({ id }) => id)).toEqual(['human']);
    expect(unitsOf('q-sub')[0]?.terms.map(({ id }) => id)).toEqual(['q-sub']);
  });

  it('asks for a question by its number', () => {
    expect(index.numbered('number 3')).toBe(2);
    expect(index.numbered('Question no. 3')).toBe(2);
    expect(index.numbered('#3')).toBe(2);
    expect(index.numbered('number 99')).toBeUndefined();
    expect(index.numbered('number 0')).toBeUndefined();
    expect(index.numbered('phase 3')).toBeUndefined();
  });

  it('finds a question by its code', () => {
    expect(find('HI1')).toEqual(['hipaa']);
  });

  it('never takes a term for another question’s, whatever build the terms are from', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(questions), (earlier) => {
        const old = new GuideIndex({ version, order: '', questions: earlier, pages });
        old.addTerms(terms, '/glossary/');
        const found = old
          .search(old.read('brain bleed').units)
          .ranking.map((at) => earlier[at]?.slug);
        expect(found.filter((slug) => slug !== 'triage')).toEqual([]);
      }),
    );
  });

  it.each(['', '   ', 'qwxz', '🙂', '<b></b>', '.*', '__proto__', 'constructor', '\u0000'])(
    'finds nothing for %j and does not fail',
    (query) => {
      expect(find(query)).toEqual([]);
      expect(findPages(query)).toEqual([]);
    },
  );

  it('stays short, for any text', () => {
    expect(unitsOf('word '.repeat(1000))).toHaveLength(1);
    expect(unitsOf(Array.from({ length: 99 }, (_, i) => `w${i}`).join(' '))).toHaveLength(12);
    expect(find('x'.repeat(5000))).toEqual([]);
  });
});

describe('a finished word', () => {
  it('is found whole or by its stem, never as the beginning of a longer one', () => {
    expect(find('STAR method')).toEqual(['conflict']);
    expect(find('q-sub')).toEqual([]);
    expect(find('alerting')).toEqual(['alerts']);
  });

  it('may be unfinished only while it is typed, and only the last one', () => {
    expect(find('sta', { isTyping: true })).toEqual(
      expect.arrayContaining(['records', 'conflict']),
    );
    expect(find('sta method', { isTyping: true })).toEqual([]);
    expect(find('seps', { isTyping: true })).toEqual(['alerts']);
    expect(find('f', { isTyping: true })).toEqual([]);
    expect(find('fh', { isTyping: true })).toEqual(['fhir']);
  });

  it('is completed, and can be searched as typed, if it isn’t a word by itself', () => {
    expect(unitsOf('hemorr')[0]).toMatchObject({ how: 'corrected', used: 'hemorrhage' });
    expect(find('hemorr')).toEqual(['triage']);
  });
});

describe('a typing error', () => {
  it.each([
    ['hippa', 'hipaa', 'hipaa'],
    ['fihr', 'fhir', 'fhir'],
    ['hemorage', 'hemorrhage', 'triage'],
    ['fatige', 'fatigue', 'alerts'],
    ['interoperablity', 'interoperability', 'fhir'],
  ])('is corrected: %s to %s', (typed, right, found) => {
    expect(unitsOf(typed)[0]).toMatchObject({ how: 'corrected', typed });
    expect(usedIn(typed)).toEqual([right]);
    expect(find(typed)[0]).toBe(found);
  });

  it('is searched as typed if the reader asks for that', () => {
    expect(find('hippa', { isExact: true })).toEqual([]);
    expect(unitsOf('hippa', { isExact: true })[0]).toMatchObject({ how: 'unknown', used: 'hippa' });
  });

  it('isn’t one if the guide has the word', () => {
    expect(usedIn('build a team')).toEqual(['build', 'team']);
    expect(find('build a team')[0]).toBe('team');
    expect(usedIn('team')).toEqual(['team']);
  });

  it('isn’t one if it is common English', () => {
    expect(usedIn('hipaa hint')).toEqual(['hipaa', 'hint']);
    expect(find('hipaa hint')).toEqual(['hipaa']);
    expect(usedIn('pasta recipe')).toEqual(['pasta', 'recipe']);
    expect(usedIn('leaning')).toEqual(['leaning']);
    expect(usedIn('hitched')).toEqual(['hitched']);
  });

  it('isn’t one if the first letter of a short word differs', () => {
    expect(usedIn('blearn')).toEqual(['blearn']);
    expect(usedIn('steam')).toEqual(['steam']);
  });

  it('changes nothing else in the query', () => {
    const correct = (query: string) => index.read(query).corrected;
    expect(correct('A time I said no to hippa, because it wasn’t safe')).toBe(
      'A time I said no to HIPAA, because it wasn’t safe',
    );
    expect(correct('fihr or hippa?')?.toLowerCase()).toBe('fhir or hipaa?');
    expect(correct('sepsis alerts without pasta')).toBeUndefined();
    expect(correct('dont wasnt cant')).toBeUndefined();
  });

  it('in a code is two swapped digits, not a different digit', () => {
    expect(usedIn('DCB0192')).toEqual(['dcb0129']);
    expect(usedIn('DCB0128')).toEqual(['dcb0128']);
  });
});

describe('the name of a term', () => {
  it('is a phrase: a question with one of its words is not about it', () => {
    const units = unitsOf('data residency');
    expect(units).toHaveLength(1);
    const { has } = index.search(units);
    const hipaa = questions.findIndex(({ slug }) => slug === 'hipaa');
    expect(units[0] && has(hipaa, units[0])).toBe(false);
  });
});

describe('other pages', () => {
  it.each([
    ['STAR method', 'How to structure an answer'],
    ['how to structure an answer', 'How to structure an answer'],
    ['night before', 'The night before'],
    ['threshold lab', 'Move the threshold'],
    ['threshold calculator', 'Move the threshold'],
    ['kappa tool', 'Take chance out of agreement'],
    ['lab on inter-rater agreement', 'Take chance out of agreement'],
    ['fairness path', 'Fairness and trust'],
    ['structure an answer for my friend', 'How to structure an answer'],
  ])('are found by their names and what people call them: %s', (query, title) => {
    expect(findPages(query)[0]).toBe(title);
  });

  it('are what the reader wants if the query asks for their kind', () => {
    const [lab] = index.pages.search(unitsOf('threshold lab'));
    expect(lab).toMatchObject({ title: 'Move the threshold', isNamed: true });
  });

  it('are found by any word of their titles, even while it is being typed', () => {
    expect(findPages('threshold')).toEqual(['Move the threshold']);
    expect(findPages('thresh', { isTyping: true })).toEqual(['Move the threshold']);
    expect(findPages('chance')).toEqual(['Take chance out of agreement']);
  });

  it('come after the term that the query is about', () => {
    expect(index.pages.search(unitsOf('hipaa')).map(({ kind }) => kind)).toEqual(['Term', 'Topic']);
    expect(findPages('brain bleed')).toEqual(['ICH']);
    expect(findPages('what is PHI')).toEqual(expect.arrayContaining(['PHI']));
  });

  it.each(['structure of the team', 'mortgage calculator', 'a fair learner', 'transfer learning'])(
    'aren’t found by one word of a query about something else: %s',
    (query) => {
      expect(findPages(query)).toEqual([]);
    },
  );

  it('are all of a kind if the query is only that kind', () => {
    expect(findPages('calculator')).toEqual(
      expect.arrayContaining(['Move the threshold', 'Take chance out of agreement']),
    );
  });
});

it('knows whether it needs more than the words of the guide', () => {
  expect(index.knows('sepsis alerts', {})).toBe(true);
  expect(index.knows('seps', { isTyping: true })).toBe(true);
  expect(index.knows('hippa', {})).toBe(false);
  expect(index.knows('alertfatigue', {})).toBe(false);
  expect(index.corrects('pasta')).toBe(false);
  expect(index.corrects('alarts')).toBe(true);
});

it('a word of a question stays more likely than others if a page has it in its title, too', () => {
  const titles = ['Consent of patients', 'Context of a model'].map((title) =>
    searchQuestion(question(title, title)),
  );
  const given = { version, order: '', questions: titles };
  const consent = { kind: 'Topic', title: 'Consent', url: '/topics/consent/' } as const;
  const nearest = new GuideIndex({ ...given, pages: [consent] });
  expect(nearest.read('consext').units[0]?.used).toBe('Consent');
});

describe('a word that looks like a typo', () => {
  it('is left alone if it is in the list of correct words, in the same form', () => {
    expect(usedIn('medicaid')).toEqual(['medicaid']);
    // "bais" and "bays" have the same stem.
    expect(usedIn('bais')).toEqual(['bias']);
    expect(usedIn('bays')).toEqual(['bays']);
  });

  it('of four letters isn’t taken for an ordinary word that is longer or shorter', () => {
    expect(usedIn('biass')).toEqual(['bias']);
    expect(usedIn('tema')).toEqual(['team']);
    expect(usedIn('clod')).toEqual(['clod']);
    expect(usedIn('fihr')).toEqual(['fhir']);
  });
});

describe('a term', () => {
  it('isn’t found by a name that says what it isn’t', () => {
    expect(findPages('predicate device')[0]).toBe('predicate device');
    expect(findPages('predicate device')).not.toContain('De Novo');
  });

  it('is found by one word of its name if few terms have that word', () => {
    expect(findPages('azure')).toEqual(['Azure Health Data Services']);
    expect(findPages('data')).not.toContain('data residency');
  });

  it('is found by the last word of its name, if several terms have that word', () => {
    expect(findPages('drift')).toEqual(['concept drift', 'data drift']);
  });
});
