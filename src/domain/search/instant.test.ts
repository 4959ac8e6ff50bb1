import { describe, expect, it } from 'vitest';
import type { Term } from '../glossary/find-terms.ts';
import type { Question } from '../guide/build-guide.ts';
import { instantData, termEntries } from './build-instant.ts';
import { cutShards } from './cut-shards.ts';
import {
  decodePostings,
  docsPerShard,
  encodePostings,
  inlineQuestions,
  mostPostings,
  shardOf,
} from './instant-format.ts';
import { markWords } from './mark-words.ts';
import { rankQuestions } from './rank.ts';
import { keysAround, keysToLoad, queryWords, readQuery } from './read-query.ts';
import { Vocabulary } from './vocabulary.ts';
import { foldWord, keyOf, nameKey, subjectsIn, wordsIn } from './words.ts';

function question(number: number, title: string, aliases: string[] = []): Question {
  return {
    number,
    code: `q${number}`,
    slug: `question-${number}`,
    title,
    label: title,
    summary: '',
    aliases,
    level: 'beginner',
    topics: ['fda'],
    jurisdictions: [],
  } as unknown as Question;
}

function term(id: string, name: string, rest: Partial<Term> = {}): Term {
  return { id, term: name, aliases: [], misspellings: [], ...rest } as Term;
}

const questions = [
  question(1, 'What does HIPAA require?', ['health privacy law']),
  question(2, 'What is FHIR?', ['interoperability', 'HealthLake']),
  question(3, 'Nurses ignore the sepsis alerts', ['alert fatigue', 'false alarms']),
  question(4, 'Triage of intracranial hemorrhage', ['head CT']),
  question(5, 'Does protected health information leave the cloud?', ['PHI']),
];
const terms = [
  term('hipaa', 'HIPAA', { misspellings: ['hippa', 'privacy low'] }),
  term('ich', 'ICH', { expansion: 'intracranial hemorrhage', aliases: ['brain bleed'] }),
  term('phi', 'PHI', { expansion: 'protected health information' }),
  term('ephi', 'ePHI', { expansion: 'electronic PHI', searchAs: 'phi' }),
  term('mdr', 'EU MDR', { aliases: ['MDR'] }),
  term('reporting', 'medical device reporting', { aliases: ['MDR'] }),
];

const { root } = cutShards(
  instantData(questions.map((one) => ({ question: one, hint: '1. Say who is bound. And more.' }))),
  'hash',
);
const vocabulary = new Vocabulary();
for (const shard of root.words ?? []) vocabulary.addWords(shard);
vocabulary.addTerms(termEntries(terms));

function read(query: string, { isTyping = false, isExact = false } = {}) {
  return readQuery(queryWords(query), { vocabulary, isTyping, isExact });
}

function find(query: string, how = {}): number[] {
  return rankQuestions(read(query, how), vocabulary, root.count).map(({ doc }) => doc + 1);
}

describe('words', () => {
  it('keep references, acronyms and hyphens together', () => {
    expect(wordsIn('510(k) vs. De-Novo, §164.312(b); 520(o)(1)(E)')).toEqual([
      '510k',
      'vs',
      'De-Novo',
      '164.312b',
      '520o1E',
    ]);
    expect(wordsIn('the U.S. CI/CD of R&D, patient’s')).toEqual([
      'the',
      'US',
      'CI-CD',
      'of',
      'R-D',
      'patient',
    ]);
    expect(wordsIn('🙂 <> " …')).toEqual([]);
  });

  it('that carry no subject are left out, unless there are no others', () => {
    expect(subjectsIn('What do I do if the nurses hate it?')).toEqual(['nurses', 'hate']);
    expect(subjectsIn('what is it')).toEqual(['what', 'is', 'it']);
  });

  it.each([
    ['anonymisation', 'anonymization'],
    ['haemorrhage', 'hemorrhage'],
    ['labelled', 'labeled'],
    ['behaviour', 'behavior'],
    ['centre', 'center'],
    ['analysed', 'analyzed'],
    ['catalogue', 'catalog'],
    ['licence', 'license'],
    ['programme', 'program'],
    ['café', 'cafe'],
  ])('in British spelling are the American ones: %s, %s', (british, american) => {
    expect(foldWord(british)).toBe(foldWord(american));
  });

  it('in other forms have the same key, digits and short words only their own', () => {
    expect(keyOf('monitoring')).toBe(keyOf('monitored'));
    expect(keyOf('alerts')).toBe(keyOf('alert'));
    expect(keyOf('R4')).toBe('r4');
    expect(keyOf('AIs')).not.toBe(keyOf('AI'));
    expect(nameKey('The Right to Explanation')).toBe(nameKey('right explanations'));
  });
});

describe('a query', () => {
  it('finds a question by title, alias and hint', () => {
    expect(find('fhir')).toEqual([2]);
    expect(find('alert fatigue')).toEqual([3]);
    expect(find('bound')).toHaveLength(5);
    // Only the first sentence of a line of the hint is a move.
    expect(find('more')).toEqual([]);
  });

  it('finds words of several forms, hyphens and spellings', () => {
    expect(find('haemorrhages')).toEqual([4]);
    expect(find('inter-operability')).toEqual([2]);
    expect(find('health lake')[0]).toBe(2);
    expect(find('alertfatigue')).toEqual([3]);
  });

  it('finds by the other names of a term what its own name finds', () => {
    expect(find('brain bleed')).toEqual([4]);
    expect(find('ICH')).toEqual([4]);
    expect(find('PHI')[0]).toBe(5);
    expect(find('ePHI')[0]).toBe(5);
    expect(find('protected health information')[0]).toBe(5);
  });

  it('asks which term is meant if a name has two', () => {
    expect(read('MDR')[0]?.terms.map(([id]) => id)).toEqual(['mdr', 'reporting']);
    expect(read('EU MDR')[0]?.terms.map(([id]) => id)).toEqual(['mdr']);
  });

  it.each([
    ['fihr', 'FHIR', 2],
    ['hemorage', 'hemorrhage', 4],
    ['fatige', 'fatigue', 3],
    ['hippa', 'HIPAA', 1],
    ['interoperablity', 'interoperability', 2],
  ])('is corrected: %s to %s', (typed, right, found) => {
    const [word] = read(typed)[0]?.words ?? [];
    expect(word?.correction?.toLowerCase()).toBe(right.toLowerCase());
    expect(find(typed)[0]).toBe(found);
  });

  it('is searched as typed when the reader wants it so', () => {
    expect(find('hippa', { isExact: true })).toEqual([]);
    expect(read('hippa', { isExact: true })[0]?.words[0]?.correction).toBeUndefined();
  });

  it('corrects a misspelled name of several words as a whole', () => {
    const [unit] = read('privacy low');
    expect(unit?.words.map(({ correction }) => correction)).toEqual(['HIPAA', 'HIPAA']);
    expect(find('privacy low')[0]).toBe(1);
  });

  it('finds by an unfinished last word while it is typed', () => {
    expect(find('seps', { isTyping: true })).toEqual([3]);
    expect(find('f', { isTyping: true })).toEqual([]);
    expect(find('fh', { isTyping: true })).toEqual([2]);
  });

  it('ranks what has all words first, and keeps what has some', () => {
    expect(find('sepsis hemorrhage alerts')[0]).toBe(3);
    expect(find('sepsis qwxz')).toEqual([3]);
  });

  it.each(['', '   ', 'qwxz', '🙂', '<b></b>', '.*', '__proto__', 'constructor', '\u0000'])(
    'finds nothing for %j and does not fail',
    (query) => {
      expect(find(query)).toEqual([]);
    },
  );

  it('stays short, whatever is typed', () => {
    expect(queryWords('word '.repeat(1000))).toHaveLength(1);
    expect(queryWords(Array.from({ length: 99 }, (_, i) => `w${i}`).join(' '))).toHaveLength(12);
    expect(queryWords('x'.repeat(5000))[0]?.length).toBeLessThan(50);
    expect(find('x'.repeat(5000))).toEqual([]);
  });
});

describe('the shards of a large guide', () => {
  const many = Array.from({ length: inlineQuestions + 1 }, (_, place) =>
    question(place + 1, `Question about subject${place} and ${'abcdefghij'.at(place % 10)}words`),
  );
  const files = cutShards(instantData(many.map((one) => ({ question: one, hint: '' }))), 'hash');

  it('are files of their own, in the folder that the root names', () => {
    expect(files.root.words).toBeUndefined();
    expect(files.root.folder).toBe('hash');
    expect(files.shards.size).toBe(
      files.root.starts.length + 2 * Math.ceil(many.length / docsPerShard) + 1,
    );
  });

  it('give the answer when only those of the words are loaded', () => {
    const some = new Vocabulary();
    const words = queryWords('subject177');
    for (const key of keysToLoad(words)) {
      const shard = files.shards.get(`w${shardOf(files.root.starts, key)}`);
      some.addWords(shard as { words: string; postings: string });
    }
    const units = readQuery(words, { vocabulary: some, isTyping: false, isExact: false });
    expect(rankQuestions(units, some, files.root.count)[0]?.doc).toBe(177);
  });
});

describe('a mistyped word in a large guide', () => {
  it.each(['subjcet42', 'usbject', 'ubject', 'subjct'])('has its shards loaded: %s', (typed) => {
    const many = Array.from({ length: 2000 }, (_, place) =>
      question(
        place + 1,
        `About ${place % 7 ? 'subject' : 'other'} and ${place.toString(36)}words`,
      ),
    );
    const { root: starts, shards } = cutShards(
      instantData(many.map((one) => ({ question: one, hint: '' }))),
      'hash',
    );
    const some = new Vocabulary();
    for (const key of keysAround(typed)) {
      some.addWords(shards.get(`w${shardOf(starts.starts, key)}`) as never);
    }
    expect(some.has(keyOf('subject'))).toBe(true);
    expect(some.near(typed.replace(/\d/g, ''))).toBe(keyOf('subject'));
  });
});

describe('postings', () => {
  it('come back as they were written', () => {
    const list = [
      { doc: 0, impact: 1 },
      { doc: 7, impact: 10 },
      { doc: 123, impact: 4 },
    ];
    expect(encodePostings(list)).toBe('1a7j116d');
    expect(decodePostings(encodePostings(list))).toEqual({ list, total: 3 });
    expect(decodePostings('')).toEqual({ list: [], total: 0 });
  });

  it('keep the highest impacts of a long list, and its length', () => {
    const list = Array.from({ length: 900 }, (_, doc) => ({ doc, impact: doc === 800 ? 9 : 2 }));
    const read = decodePostings(encodePostings(list));
    expect(read.total).toBe(900);
    expect(read.list).toHaveLength(mostPostings);
    expect(read.list).toContainEqual({ doc: 800, impact: 9 });
  });
});

describe('marked words', () => {
  it('are those that were found, in any form', () => {
    const pieces = markWords('The alerts of 510(k) alert systems', new Set(['alert', '510k']));
    expect(pieces.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual([
      'alerts',
      '510(k)',
      'alert',
    ]);
    expect(pieces.map(({ text }) => text).join('')).toBe('The alerts of 510(k) alert systems');
  });
});
