import { describe, expect, it } from 'vitest';
import { questionMarks, readQuestionMarks, writeQuestionMarks } from './question-marks.ts';
import type { Grade, ReviewRecord } from './records.ts';

const answer = (card: ReviewRecord['card'], at: number, grade: Grade): ReviewRecord => ({
  id: `answer-${at}`,
  card,
  at,
  grade,
  scores: [],
  seconds: 60,
  before: null,
});
const questions = new Map([
  ['z7s', { slug: 'what-is-samd' }],
  ['xt6', { slug: 'what-is-fhir' }],
]);

describe('the marks on questions', () => {
  it('say how the last answer went, whatever order the answers are in', () => {
    const reviews = [
      answer('question:z7s', 3, 'good'),
      answer('question:z7s', 1, 'again'),
      answer('question:xt6', 2, 'hard'),
      answer('question:xt6', 1, 'easy'),
    ];
    expect([...questionMarks({ reviews }, questions)]).toEqual([
      ['what-is-samd', 'well'],
      ['what-is-fhir', 'again'],
    ]);
  });

  it('leave out removed questions and terms, even terms named like a code', () => {
    const reviews = [answer('term:xt6', 1, 'good'), answer('question:888', 2, 'good')];
    expect(questionMarks({ reviews }, questions).size).toBe(0);
  });

  it('read back as they were written', () => {
    const marks = new Map([
      ['what-is-samd', 'well'],
      ['what-is-fhir', 'again'],
    ] as const);
    expect(writeQuestionMarks(marks)).toBe('1 what-is-samd:well what-is-fhir:again');
    expect(readQuestionMarks(writeQuestionMarks(marks))).toEqual(marks);
    expect(writeQuestionMarks(new Map())).toBeNull();
  });

  it.each([
    null,
    '',
    '2 what-is-samd:well',
    '1 <b>:well',
    '1 what-is-samd:fine',
    '1 __proto__:well',
  ])('aren’t found in %j', (text) => {
    expect(readQuestionMarks(text).size).toBe(0);
  });
});
