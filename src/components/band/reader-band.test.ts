import { describe, expect, it } from 'vitest';
import { noProgress } from '../../domain/progress/record-lists.ts';
import type {
  CardId,
  CardRecord,
  Grade,
  Progress,
  ReviewRecord,
  Score,
} from '../../domain/progress/records.ts';
import { utc } from '../../domain/review/days.ts';
import { newCard, reviewCard } from '../../domain/review/fsrs.ts';
import { markup } from '../markup.ts';
import { beats, candidateGrid, cards, dots, stops, ticks } from './drawings.ts';
import { pulsePath } from './pulse.ts';
import { type ReaderData, readerBand } from './reader-band.ts';

const now = Date.UTC(2026, 10, 27, 12);
const question = (code: string, level: string) => ({
  ...{ code, slug: code, title: code, level, topics: [], minutes: 2 },
  ...{ criteria: [], probes: [], points: [] },
});
const data: ReaderData['data'] = {
  version: 3,
  contentVersion: 'x',
  questions: [question('aaa', 'beginner'), question('bbb', 'beginner'), question('ccc', 'tools')],
  book: { codes: ['aaa', 'bbb', 'ccc'], retired: [] },
  learningPaths: [
    { id: 'short', title: 'A short one', codes: ['aaa'] },
    { id: 'long', title: 'A long one', codes: ['ccc', 'bbb', 'aaa'] },
  ],
};
const review = (card: ReviewRecord['card'], at: number, scores: Score[]): ReviewRecord => ({
  ...{ id: `review-${at}`, card, at, grade: 'good', scores, seconds: 60, before: null },
});
const bandOf = (id: Parameters<typeof readerBand>[0], progress: Partial<Progress>, total = 3) =>
  readerBand(id, {
    ...{ data, total, now, offsetAt: utc, set: ['bbb', 'aaa'] },
    progress: { ...noProgress, ...progress },
  });
function cardAfter(id: CardId, grade: Grade): CardRecord {
  const reviewed = reviewCard(newCard(id, now), grade, now - 1000);
  if ('problem' in reviewed) throw new Error(reviewed.problem);
  return reviewed.card;
}
const answered = {
  cards: [cardAfter('question:aaa', 'good')],
  reviews: [review('question:aaa', now - 1000, [4, null, 3])],
};
/** Counts the bright parts of a drawing, which are the subpaths of paths that have no class. */
const bright = (drawing: { readonly text: string } | undefined): number =>
  [...(drawing?.text.matchAll(/<path d="([^"]*)"/g) ?? [])].flatMap(([, d = '']) =>
    d.split('M').slice(1),
  ).length;

describe('the band of a section', () => {
  it('stays as it is until the reader has done something there', () => {
    const ids = [
      'questions',
      'practice',
      'mock',
      'progress',
      'saved',
      'glossary',
      'learningPaths',
    ] as const;
    for (const id of [...ids, 'labs', 'downloads', 'kit'] as const) {
      expect(bandOf(id, {})).toBeUndefined();
    }
  });

  it('counts questions that were answered, with one bright line each', () => {
    const band = bandOf('questions', answered);
    expect(band).toMatchObject({ figure: '1', unit: 'of 3 answered' });
    expect(bright(band?.drawing)).toBe(1);
    expect(bandOf('progress', answered)).toMatchObject({ figure: '1', unit: 'of 3 practiced' });
    expect(bandOf('set', answered)).toMatchObject({ figure: '1', unit: 'of 2 practiced' });
  });

  it('says what is left for today, with a beat for each question', () => {
    const band = bandOf('practice', answered);
    expect(band).toMatchObject({
      figure: '2',
      unit: 'questions left today',
      lead: expect.stringMatching(/^\d+ min with scoring: 0 due, 2 new$/),
    });
    expect(bright(band?.drawing)).toBe(1);
  });

  it('shows the score of the last mock interview and its day', () => {
    const mock = (at: number, scores: Score[]) => ({
      ...{ id: `mock-${at}`, link: 'x', at },
      questions: [{ code: 'aaa', scores, seconds: 60 }],
    });
    const day = 86_400_000;
    const mocks = [mock(now - day, [4, 3]), mock(now - 2 * day, [1])];
    expect(bandOf('mock', { mocks })).toMatchObject({ figure: '3.5', unit: 'of 5, Thu, Nov 26' });
    expect(bandOf('mock', { mocks: [mock(now, [null])] })).toMatchObject({
      figure: '1',
      unit: 'mock interview',
    });
  });

  it('counts saved questions and known terms', () => {
    const bookmarks = [{ code: 'ccc', at: now }];
    expect(bandOf('saved', { bookmarks })).toMatchObject({ figure: '1', unit: 'saved question' });
    const cards = [cardAfter('term:fhir', 'easy'), cardAfter('term:hl7', 'again')];
    const band = bandOf('glossary', { cards }, 497);
    expect(band).toMatchObject({ figure: '1', unit: 'of 497 terms known' });
  });

  it('names the unfinished path that the reader is furthest on', () => {
    expect(bandOf('learningPaths', answered)).toMatchObject({
      figure: '1',
      unit: 'of 3 stops answered',
      lead: 'Furthest along: “A long one”',
    });
  });
});

describe('the drawings of bands', () => {
  it.each([
    ['ticks', ticks([Array(400).fill(30), [undefined]])],
    ['one beat', beats(1, 1)],
    ['many beats', beats(300, 150)],
    ['nothing today', beats(0, 0)],
    ['cards', cards(40, 3)],
    ['dots', dots(497, 112)],
    ['stops', stops(Array(20).fill('dot'))],
    ['candidates', candidateGrid(['A', 'B'].map((letter) => ({ letter, done: 3, total: 50 })))],
  ])('%s stay in their box', (_, drawing) => {
    const text = markup`${drawing}`.text;
    expect(text).not.toMatch(/NaN|Infinity|undefined/);
    const xs = [...text.matchAll(/(?:M| c?x=")(-?[\d.]+)/g)].map(([, x]) => Number(x));
    expect(Math.min(...xs, 0)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...xs, 0)).toBeLessThanOrEqual(320);
  });

  it.each([1, 12, 50])('a pulse of %i beats is as wide as its steps', (count) => {
    const step = 608 / count;
    const path = pulsePath(Array(count).fill(3), step);
    const steps = [...path.matchAll(/[hl ](-?[\d.]+)(?: -?[\d.]+)?/g)].map(([, x]) => Number(x));
    expect(Math.abs(steps.slice(1).reduce((sum, x) => sum + x, 0) - 608)).toBeLessThan(count);
  });

  it('has a dot for each term', () => {
    const width = [...dots(497, 112).text.matchAll(/h([\d.]+)/g)];
    expect(width.reduce((sum, [, each]) => sum + Math.round((Number(each) + 3) / 6.4), 0)).toBe(
      497,
    );
  });
});
