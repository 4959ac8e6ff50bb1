import { describe, expect, it } from 'vitest';
import { type AnswerSummary, answerMessage } from './answer-message.ts';
import { maxQueryLength } from './max-query-length.ts';
import { isEmptyRequest, readSearchRequest, writeSearchRequest } from './search-request.ts';

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
    answerMessage({ query: 'a b', questions, pages: 0, isAnswer: true, missing: [], ...rest });

  it('gives one count', () => {
    expect(say(3)).toBe('3 questions.');
    expect(say(1)).toBe('1 question.');
  });

  it('names the words that the guide does not have', () => {
    expect(say(2, { missing: ['qwxz'] })).toBe('2 questions. “qwxz” isn’t in this guide.');
    expect(say(2, { missing: ['qwxz', 'zzz'] })).toBe(
      '2 questions. “qwxz” and “zzz” aren’t in this guide.',
    );
    expect(say(2, { missing: ['x'.repeat(5000)] }).length).toBeLessThan(200);
  });

  it('says when nothing matches', () => {
    expect(say(5, { isAnswer: false })).toBe(
      'Nothing in this guide is about that. Closest questions:',
    );
    expect(say(0, { isAnswer: false })).toBe('Nothing in this guide is about that.');
    expect(say(2, { isAnswer: false, pages: 1 })).toBe(
      'No question in this guide is about that. Closest questions:',
    );
    expect(say(0, { query: '' })).toBe('No questions match these filters.');
  });
});
