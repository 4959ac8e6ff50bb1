/** Random progress for property tests, which is valid according to the schemas. */
import fc from 'fast-check';
import {
  byKey,
  inKeyOrder,
  progressFrom,
  type StoredRecord,
} from '../../src/domain/progress/record-lists.ts';
import {
  candidateLabels,
  type Progress,
  type StoreName,
} from '../../src/domain/progress/records.ts';

// There are only a few values, so that two random states often share keys and times.
const code = fc.constantFrom('8d8', 'z7s', 'p94');
const cardId = fc.constantFrom('question:8d8', 'question:z7s', 'term:fhir');
const recordId = fc.constantFrom('review-1', 'review-2', 'review-3', 'review-4');
const moment = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constant(8_640_000_000_000_000));
const count = fc.integer({ min: 0, max: 2 });
const scores = fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { maxLength: 5 });
const seconds = fc.integer({ min: 0, max: 86_400 });

const card = fc.record({
  id: cardId,
  due: moment,
  stability: fc.double({ min: 0.1, max: 1000, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
  scheduledDays: count,
  learningSteps: count,
  reps: count,
  lapses: count,
  state: fc.constantFrom('new', 'learning', 'review', 'relearning'),
  lastReview: fc.option(moment),
});

const line = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('', 'a', 'ab', 'abc', 'b', ' ') },
  { weight: 1, arbitrary: fc.string({ maxLength: 5 }) },
  // Separator lines as merging writes them, and lines that are almost the same.
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '— Other version, saved 1970-01-01T00:00:00.001Z —',
      '— Other version, saved 1970-01-01T00:00:00.003Z —',
      '— Other version, saved 2999-01-01T00:00:00.000Z —',
      '— Other version, saved 1969-01-01T00:00:00.000Z —',
      '— Other version, saved yesterday —',
    ),
  },
);

const note = fc.record({
  code,
  text: fc
    .array(line, { minLength: 1, maxLength: 5 })
    .map((lines) => lines.join('\n'))
    .filter((text) => text !== ''),
  at: moment,
});

const mock = fc.record({
  id: recordId,
  link: fc.constantFrom('a', 'b'),
  at: moment,
  questions: fc.array(fc.record({ code, scores, seconds }), { maxLength: 3 }),
});

const interview = fc.record({
  id: recordId,
  at: moment,
  name: fc.constantFrom('', 'Senior PM'),
  minutes: fc.integer({ min: 1, max: 240 }),
  questions: fc.array(fc.record({ code }), { minLength: 1, maxLength: 3 }),
  candidates: fc.array(
    fc.record({
      label: fc.constantFrom(...candidateLabels),
      name: line,
      answers: fc.array(
        fc.record({
          code,
          scores,
          notAssessed: fc.constantFrom(undefined, [1, 0]),
          note: line,
          clock: fc.record({ spent: fc.nat(86_400_000), since: fc.option(moment) }),
        }),
        { maxLength: 2 },
      ),
      lockedAt: fc.option(moment),
      received: fc.constantFrom([], [{ rater: 'ana1', code: '1004' }]),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  rater: fc.constant('mine'),
  raters: fc.constantFrom([], [{ key: 'ana1', name: 'Ana' }]),
});

const settings = fc.record(
  {
    id: fc.constant('settings' as const),
    interviewOn: fc.option(fc.constantFrom('2026-12-01', '2028-02-29')),
    newPerDay: count,
    bell: fc.boolean(),
    at: moment,
    minutesPerDay: fc.integer({ min: 5, max: 600 }),
    planCodes: fc.array(code, { maxLength: 60 }),
    role: fc.constantFrom('product', 'a-role-of-another-guide'),
    samples: fc.array(
      fc.record({
        code,
        answer: fc.nat(9),
        above: fc.double({ min: -4, max: 4, noNaN: true }).map((value) => value + 0),
      }),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['id', 'interviewOn', 'newPerDay', 'bell', 'at'] },
);

const records = fc.record({
  cards: fc.array(card, { maxLength: 4 }),
  reviews: fc.array(
    fc.record({
      id: recordId,
      card: cardId,
      at: moment,
      grade: fc.constantFrom('again', 'hard', 'good', 'easy'),
      scores,
      seconds,
      before: fc.option(card),
    }),
    { maxLength: 4 },
  ),
  notes: fc.array(note, { maxLength: 4 }),
  bookmarks: fc.array(fc.record({ code, at: moment }), { maxLength: 4 }),
  mocks: fc.array(mock, { maxLength: 4 }),
  interviews: fc.array(interview, { maxLength: 3 }),
  settings: fc.array(settings, { maxLength: 1 }),
});

/** Random progress as the database returns it: in order and without duplicate keys. */
export const arbitraryProgress: fc.Arbitrary<Progress> = records.map((lists) =>
  progressFrom(<Name extends StoreName>(name: Name) =>
    inKeyOrder<Name>(
      byKey<Name>(name, lists[name] as unknown as Progress[Name]) as Map<
        string,
        StoredRecord<Name>
      >,
    ),
  ),
);
