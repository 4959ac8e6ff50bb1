import { describe, expect, it } from 'vitest';
import { answerMessage } from './answer-message.ts';
import { combineResults } from './combine-results.ts';
import { longestQuery } from './longest-query.ts';
import { extend, join, worthListing } from './merge-results.ts';
import type { Ranked } from './rank.ts';
import { searchableText } from './read-query.ts';
import { isRealMatch } from './real-match.ts';
import { isEmptyRequest, readSearchRequest, writeSearchRequest } from './search-request.ts';

const read = (search: string) => readSearchRequest(new URLSearchParams(search));

describe('a search in an address', () => {
  it('comes back as it was written', () => {
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
    expect(read(`?q=${'x'.repeat(5000)}`).query).toHaveLength(longestQuery);
  });

  it('is empty when nothing is asked', () => {
    expect(isEmptyRequest(read('?q=++'))).toBe(true);
    expect(isEmptyRequest(read('?topic=fhir'))).toBe(false);
    expect(writeSearchRequest(read(''))).toBe('');
  });
});

describe('the text of a query', () => {
  it('is what is left without markup', () => {
    expect(searchableText('<img src=x onerror=alert(1)>')).toBe('');
    expect(searchableText('<b>FHIR</b>  API')).toBe('FHIR API');
    expect(searchableText('sensitivity < 95 %')).toBe('sensitivity < 95 %');
  });
});

describe('full-text results for several words', () => {
  const result = (id: string, score: number) => ({ id, score });

  it('count the words that each page has', () => {
    const combined = combineResults(
      [
        { word: 'x', results: [result('a', 5), result('b', 5)] },
        { word: 'y', results: [result('b', 5)] },
        { word: 'qwxz', results: [] },
      ],
      10,
    );
    expect(combined.map(({ id, words }) => [id, words])).toEqual([
      ['b', 2],
      ['a', 1],
    ]);
  });

  it('let a rare word count for more than a common one', () => {
    const common = ['p', 'q', 'r', 's'].map((id) => result(id, 1));
    const combined = combineResults(
      [
        { word: 'model', results: common },
        { word: 'kappa', results: [result('z', 1)] },
      ],
      5,
    );
    expect(combined[0]?.id).toBe('z');
  });
});

describe('results of two indexes', () => {
  const ranked = (doc: number, score: number, words = 1): Ranked => ({ doc, score, words });

  it('keep their places when the full text adds to them', () => {
    const all = extend(
      [ranked(7, 1), ranked(3, 0.5)],
      [ranked(3, 9, 2), ranked(8, 8), ranked(7, 1)],
    );
    expect(all.map(({ doc }) => doc)).toEqual([7, 3, 8]);
    expect(all[1]?.words).toBe(2);
  });

  it('are joined by their shares where neither is sure', () => {
    const all = join([ranked(1, 10), ranked(2, 8)], [ranked(2, 3), ranked(3, 2)]);
    expect(all.map(({ doc }) => doc)).toEqual([2, 1, 3]);
  });

  it('leave out questions that have next to nothing', () => {
    const all = [ranked(1, 10, 2), ranked(2, 1), ranked(3, 0.5, 2)];
    expect(worthListing(all, 2).map(({ doc }) => doc)).toEqual([1, 3]);
  });
});

describe('a match', () => {
  it('is real if it begins like the word', () => {
    expect(isRealMatch('alerting', ['alerts,'])).toBe(true);
    expect(isRealMatch('hippa', ['HIPAA', 'hippa, protected'])).toBe(true);
    expect(isRealMatch('510', ['510(k)'])).toBe(true);
  });

  it('is not real if only a first letter or two agree', () => {
    expect(isRealMatch('qwxz', ['q'])).toBe(false);
    expect(isRealMatch('sespis', ['Se'])).toBe(false);
    expect(isRealMatch('🙂', ['q'])).toBe(false);
  });
});

describe('the message above the results', () => {
  const say = (total: number, complete: number, dropped: string[] = [], query = 'a b') =>
    answerMessage({ query, total, complete, dropped });

  it('counts', () => {
    expect(say(3, 3)).toBe('3 questions.');
    expect(say(1, 1)).toBe('1 question.');
    expect(say(5, 2)).toBe('5 questions, 2 of them with all the words.');
    expect(say(5, 0)).toBe('No question has all the words; 5 questions with some of them.');
  });

  it('names the words that were left out', () => {
    expect(say(2, 2, ['qwxz', 'zzz'])).toBe(
      '2 questions. Left out: “qwxz” and “zzz”, which no question has.',
    );
  });

  it('says that nothing was found, however long the query', () => {
    expect(say(0, 0, [], 'qwxz')).toContain('Nothing found for “qwxz”.');
    expect(say(0, 0, [], 'x'.repeat(5000)).length).toBeLessThan(200);
    expect(say(0, 0, [], '')).toBe('No question passes these filters.');
  });
});
