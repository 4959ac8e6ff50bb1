import { describe, expect, it } from 'vitest';
import { type AnswerSummary, answerMessage } from './answer-message.ts';
import {
  isEmptyRequest,
  passes,
  readSearchRequest,
  type SearchRequest,
  writeSearchRequest,
} from './search-request.ts';
import { maxQueryLength } from './search-texts.ts';

const read = (search: string) => readSearchRequest(new URLSearchParams(search));

describe('a search in an address', () => {
  it('reads back as it was written', () => {
    const request = read(
      '?q=FHIR+%26+HL7&level=beginner&level=advanced&topic=fhir&jurisdiction=eu',
    );
    expect(request).toEqual({
      query: 'FHIR & HL7',
      chosen: { level: ['beginner', 'advanced'], topic: ['fhir'], jurisdiction: ['eu'] },
      isExact: false,
    });
    expect(read(writeSearchRequest(request))).toEqual(request);
  });

  it('can ask for words as they were typed', () => {
    const request = read('?q=hippa&as=typed');
    expect(request.isExact).toBe(true);
    expect(writeSearchRequest(request)).toBe('?q=hippa&as=typed');
    expect(read('?q=hippa&as=anything').isExact).toBe(false);
  });

  it('leaves out what the guide does not know', () => {
    const request = read('?q=&level=expert&topic=<script>&utm_source=x&level=beginner');
    expect(request.chosen).toEqual({ level: ['beginner'], topic: [], jurisdiction: [] });
    expect(writeSearchRequest(request)).toBe('?level=beginner');
  });

  it('is cut to a length that can be searched', () => {
    expect(read(`?q=${'x'.repeat(5000)}`).query).toHaveLength(maxQueryLength);
  });

  it('is empty when nothing is searched', () => {
    expect(isEmptyRequest(read('?q=++'))).toBe(true);
    expect(isEmptyRequest(read('?topic=fhir'))).toBe(false);
    expect(writeSearchRequest(read(''))).toBe('');
  });
});

describe('the message above the results', () => {
  const say = (questions: number, rest: Partial<AnswerSummary> = {}) =>
    answerMessage({
      query: 'a b',
      questions,
      terms: 0,
      pages: 0,
      verdict: 'found',
      missing: [],
      ...rest,
    });

  it('counts each group, in the order in which they are shown', () => {
    expect(say(3)).toBe('3 questions.');
    expect(say(1, { terms: 2, pages: 3 })).toBe('2 meanings, 1 page, 1 question.');
  });

  it('says that no page has all words, and names those that the guide does not have', () => {
    const closest = { verdict: 'closest' } as const;
    expect(say(2, closest)).toBe('No page has all of these words. Closest:');
    expect(say(2, { ...closest, missing: ['qwxz', 'zzz'] })).toBe(
      'No page has all of these words. “qwxz” and “zzz” aren’t in this guide. Closest:',
    );
    expect(say(2, { ...closest, missing: ['x'.repeat(5000)] }).length).toBeLessThan(200);
  });

  it('says “nothing” only if nothing was found, not even a page', () => {
    expect(say(5, { verdict: 'nothing' })).toBe('Nothing in this guide is about that.');
    expect(say(2, { verdict: 'nothing', pages: 1 })).toBe('1 page.');
    expect(say(2, { verdict: 'closest', terms: 1, pages: 2 })).toBe('1 meaning, 1 page.');
    expect(say(0, { query: '' })).toBe('No questions match these filters.');
  });
});

const question = (level: string, topics: string[], jurisdictions: string[]) => ({
  level,
  topics,
  jurisdictions,
});
const questions = [
  question('beginner', ['fda'], ['us']),
  question('beginner', ['fda', 'hipaa'], ['us', 'eu']),
  question('advanced', ['hipaa'], ['eu']),
];
const chosen = (some: Partial<SearchRequest['chosen']>): SearchRequest['chosen'] => ({
  level: [],
  topic: [],
  jurisdiction: [],
  ...some,
});
const passing = (some: Partial<SearchRequest['chosen']>) =>
  questions.flatMap((one, place) => (passes(one, chosen(some)) ? [place] : []));

describe('filters', () => {
  it('keep what has one of the chosen values for each', () => {
    expect(passing({})).toEqual([0, 1, 2]);
    expect(passing({ topic: ['fda'] })).toEqual([0, 1]);
    expect(passing({ topic: ['fda', 'hipaa'], jurisdiction: ['eu'] })).toEqual([1, 2]);
    expect(passing({ level: ['advanced'], topic: ['fda'] })).toEqual([]);
  });
});
