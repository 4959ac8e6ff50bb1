import { describe, expect, it } from 'vitest';
import { answerMessage } from './answer-message.ts';
import { combineResults } from './combine-results.ts';
import { mostWords, searchableText, subjectWords } from './query-words.ts';
import { isRealMatch } from './real-match.ts';
import {
  isEmptyRequest,
  longestQuery,
  readSearchRequest,
  writeSearchRequest,
} from './search-request.ts';

const read = (search: string) => readSearchRequest(new URLSearchParams(search));

describe('a search in an address', () => {
  it('comes back as it was written', () => {
    const request = read(
      '?q=FHIR+%26+HL7&level=beginner&level=advanced&topic=fhir&jurisdiction=eu',
    );
    expect(request).toEqual({
      query: 'FHIR & HL7',
      chosen: { level: ['beginner', 'advanced'], topic: ['fhir'], jurisdiction: ['eu'] },
    });
    expect(read(writeSearchRequest(request))).toEqual(request);
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

describe('the subject words of a query', () => {
  it('are its words without those that carry no subject', () => {
    expect(subjectWords('What do I do if the nurses hate it?')).toEqual(['nurses', 'hate']);
  });

  it('keep terms whole', () => {
    expect(subjectWords('510(k) vs. de-novo, §164.312')).toEqual([
      '510',
      'k',
      'de-novo',
      '§164.312',
    ]);
  });

  it('are all words when none carries a subject', () => {
    expect(subjectWords('what is it')).toEqual(['what', 'is', 'it']);
  });

  it('are few, whatever is typed', () => {
    expect(subjectWords(Array.from({ length: 99 }, (_, i) => `w${i}`).join(' '))).toHaveLength(
      mostWords,
    );
    expect(subjectWords('  \n ')).toEqual([]);
  });
});

describe('results for several words', () => {
  const result = (id: string, score: number) => ({ id, score });

  it('count how many pages have all words that any page has', () => {
    const { results, complete } = combineResults(
      [
        { word: 'x', results: [result('a', 5), result('b', 5)] },
        { word: 'y', results: [result('b', 5)] },
        { word: 'qwxz', results: [] },
      ],
      10,
    );
    expect(results.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(complete).toBe(1);
  });

  it('let a rare word count for more than a common one', () => {
    const common = ['p', 'q', 'r', 's'].map((id) => result(id, 1));
    const { results } = combineResults(
      [
        { word: 'model', results: common },
        { word: 'kappa', results: [result('z', 1)] },
      ],
      5,
    );
    expect(results[0]?.id).toBe('z');
  });

  it('let two words count for more than one', () => {
    const { results } = combineResults(
      [
        { word: 'x', results: [result('a', 2), result('b', 2)] },
        { word: 'y', results: [result('b', 2), result('c', 2)] },
      ],
      10,
    );
    expect(results[0]?.id).toBe('b');
  });

  it('leave out pages that have next to nothing', () => {
    const { results } = combineResults(
      [
        { word: 'x', results: [result('a', 9), result('b', 1)] },
        { word: 'y', results: [result('a', 9)] },
      ],
      10,
    );
    expect(results.map(({ id }) => id)).toEqual(['a']);
  });

  it('name the words that no page has', () => {
    const { unknownWords, results } = combineResults([{ word: 'qwxz', results: [] }], 10);
    expect(unknownWords).toEqual(['qwxz']);
    expect(results).toEqual([]);
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
  const say = (total: number, complete: number, unknownWords: string[] = [], query = 'a b') =>
    answerMessage({ query, total, complete, unknownWords });

  it('says what was found, and what was not', () => {
    expect(say(1, 1)).toBe('1 question for “a b”.');
    expect(say(3, 1)).toBe('1 of 3 questions have all of “a b”, the others some of the words.');
    expect(say(3, 0, ['b'])).toBe(
      'No question has all of “a b”: these have some of the words. No page has “b”.',
    );
    expect(say(5, 5, ['b'])).toBe('5 questions for “a b”. No page has “b”.');
    expect(say(0, 0)).toBe(
      'Nothing found for “a b”. Try fewer or other words, or take a filter away.',
    );
    expect(say(0, 0, [], '')).toBe('No question passes these filters.');
    expect(say(7, 7, [], '')).toBe('7 questions.');
  });
});
