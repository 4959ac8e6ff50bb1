import { describe, expect, it } from 'vitest';
import { roles } from '../../guide-settings.ts';
import { noProgress } from '../progress/record-lists.ts';
import type { ReviewRecord } from '../progress/records.ts';
import { defaultSettings } from '../progress/settings.ts';
import { utc } from '../review/days.ts';
import { newCard, reviewCard } from '../review/fsrs.ts';
import { questionDeck, termDeck } from './decks.ts';
import { type Moment, makeQueue, nameOfChoice } from './make-queue.ts';
import type { StudyQuestion } from './study-data.ts';

const now = Date.UTC(2026, 10, 24, 12);

function question(code: string, level: string, topics: string[]): StudyQuestion {
  const rest = { minutes: 2, criteria: [], probes: [], points: [] };
  return { code, slug: code, title: `Question ${code}`, level, topics, ...rest };
}

const questions = [
  question('aaa', 'beginner', ['fhir']),
  question('bbb', 'beginner', ['fda']),
  question('ccc', 'advanced', ['fhir']),
];
const learningPaths = [{ id: 'short', title: 'A short one', codes: ['ccc', 'aaa'] }];
const deck = questionDeck(questions, noProgress);
const moment: Moment = {
  progress: { ...noProgress, bookmarks: [{ code: 'bbb', at: now }] },
  now,
  offsetAt: utc,
};

describe('the queue for a choice', () => {
  it.each([
    [{ kind: 'today' }, ['aaa', 'bbb', 'ccc']],
    [{ kind: 'new' }, ['aaa', 'bbb', 'ccc']],
    [{ kind: 'due' }, []],
    [{ kind: 'bookmarked' }, ['bbb']],
    [{ kind: 'level', id: 'beginner' }, ['aaa', 'bbb']],
    [{ kind: 'topic', id: 'fhir' }, ['aaa', 'ccc']],
    [{ kind: 'path', id: 'short' }, ['ccc', 'aaa']],
    [{ kind: 'question', code: 'ccc' }, ['ccc']],
    [{ kind: 'set', set: { name: '', codes: ['ccc', 'bbb'] } }, ['ccc', 'bbb']],
  ] as const)('%j has its questions in order', (choice, codes) => {
    const queue = makeQueue(choice, deck, { learningPaths }, moment);
    expect(queue).toEqual(codes.map((code) => `question:${code}`));
  });

  it.each(roles)('has new questions in the order for the role $id', ({ id, weights }) => {
    const [best = ''] = Object.keys(weights).sort((x, y) => (weights[y] ?? 0) - (weights[x] ?? 0));
    const two = [question('aaa', 'beginner', ['none']), question('bbb', 'beginner', [best])];
    const progress = { ...noProgress, settings: [{ ...defaultSettings, role: id }] };
    const own = { ...moment, progress };
    const queue = makeQueue({ kind: 'today' }, questionDeck(two, progress), { learningPaths }, own);
    expect(queue).toEqual(['question:bbb', 'question:aaa']);
  });

  it('starts no more new terms than the daily number, regardless of the questions', () => {
    const terms = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({
      ...{ id, term: id, definition: id, aliases: [], topics: [] },
    }));
    const reviewed = reviewCard(newCard('question:aaa', now), 'good', now);
    if ('problem' in reviewed) throw new Error(reviewed.problem);
    const review: ReviewRecord = {
      id: 'review-0001',
      card: 'question:aaa',
      at: now,
      grade: 'good',
      scores: [],
      seconds: 1,
      before: null,
    };
    const progress = { ...noProgress, cards: [reviewed.card], reviews: [review] };
    const queue = makeQueue(
      { kind: 'terms', of: { kind: 'today' } },
      termDeck(terms),
      { learningPaths },
      { ...moment, progress },
    );
    expect(queue).toEqual(['term:a', 'term:b', 'term:c', 'term:d', 'term:e']);
  });
});

describe('the name for a choice', () => {
  it.each([
    [{ kind: 'weak' }, 'Weakest first'],
    [{ kind: 'level', id: 'beginner' }, 'Level: Beginner'],
    [{ kind: 'path', id: 'short' }, 'Path: A short one'],
    [{ kind: 'question', code: 'bbb' }, 'Question bbb'],
    [{ kind: 'set', set: { name: 'Team', codes: ['bbb'] } }, 'Set: Team'],
    [{ kind: 'terms', of: { kind: 'today' } }, 'Today’s terms'],
  ] as const)('%j says what is practiced', (choice, name) => {
    expect(nameOfChoice(choice, { learningPaths, questions })).toBe(name);
  });
});
