/** What a section's band shows once the reader has used that section. */

import { questionDeck } from '../../domain/practice/decks.ts';
import { queueOf } from '../../domain/practice/make-queue.ts';
import { meanScore, scoreText } from '../../domain/practice/score-bands.ts';
import type { StudyData } from '../../domain/practice/study-data.ts';
import {
  fullness,
  type LastAnswer,
  lastAnswersByQuestion,
} from '../../domain/progress/answers-by-question.ts';
import type { Progress } from '../../domain/progress/records.ts';
import { dayNumber, dayOfMoment, type OffsetAt } from '../../domain/review/days.ts';
import { minutesOf } from '../../domain/review/forecast.ts';
import { counted } from '../../lib/text.ts';
import { dayText } from '../study/base/format.ts';
import { beats, cards, dial, done, dots, scoreHeight, stops, ticks } from './drawings.ts';
import type { Band, BandId } from './section-bands.ts';

export interface ReaderData {
  readonly data: StudyData;
  readonly progress: Progress;
  /** The codes of the questions in the set being built. */
  readonly set: readonly string[];
  /** The guide's total number of whatever the band counts. */
  readonly total: number;
  /** The current time, in milliseconds. */
  readonly now: number;
  readonly offsetAt: OffsetAt;
}

type Change = Partial<Omit<Band, 'title'>>;

/**
 * Returns how the reader's data changes a section's band. Returns undefined if it changes nothing.
 */
export function readerBand(id: BandId, reader: ReaderData): Change | undefined {
  const { data, progress, total } = reader;
  const answers = lastAnswersByQuestion(progress);
  const answered = data.questions.filter(({ code }) => answers.has(code)).length;
  switch (id) {
    case 'questions':
      if (answered === 0) return undefined;
      return {
        figure: `${answered}`,
        unit: `of ${total} answered`,
        drawing: ticks(byLevel(data, (code) => (answers.has(code) ? done : undefined))),
      };
    case 'progress':
      if (answered === 0) return undefined;
      return {
        figure: `${answered}`,
        unit: `of ${total} practiced`,
        drawing: ticks(byLevel(data, (code) => heightOf(answers.get(code)))),
      };
    case 'saved':
      return savedBand(reader);
    case 'practice':
      return progress.reviews.length === 0 ? undefined : practiceBand(reader);
    case 'mock':
      return mockBand(reader);
    case 'set': {
      const { set } = reader;
      if (set.length === 0) return undefined;
      const practiced = set.filter((code) => answers.has(code)).length;
      return {
        figure: `${practiced}`,
        unit: `of ${set.length} practiced`,
        drawing: cards(set.length, practiced),
      };
    }
    case 'glossary': {
      const known = progress.cards.filter(
        ({ id: card, state }) => card.startsWith('term:') && state === 'review',
      ).length;
      if (known === 0) return undefined;
      return { figure: `${known}`, unit: `of ${total} terms known`, drawing: dots(total, known) };
    }
    case 'learningPaths':
      return pathBand(data, answers);
    default:
      return undefined;
  }
}

function byLevel<T>({ questions }: StudyData, pick: (code: string) => T): T[][] {
  const groups = Map.groupBy(questions, ({ level }) => level);
  return [...groups.values()].map((group) => group.map(({ code }) => pick(code)));
}

function heightOf(answer: LastAnswer | undefined): number | undefined {
  return answer && scoreHeight(answer.score ?? 1);
}

function savedBand({ data, progress: { bookmarks } }: ReaderData): Change | undefined {
  const { length } = bookmarks;
  if (length === 0) return undefined;
  const codes = new Set(bookmarks.map(({ code }) => code));
  return {
    figure: `${length}`,
    unit: length === 1 ? 'saved question' : 'saved questions',
    drawing: ticks(byLevel(data, (code) => (codes.has(code) ? done : undefined))),
  };
}

function practiceBand({ data, progress, now, offsetAt }: ReaderData): Change {
  const deck = questionDeck(data.questions, progress);
  const { ids, counts } = queueOf({ kind: 'today' }, deck, { progress, now, offsetAt });
  const today = dayNumber(now, offsetAt);
  const finished = new Set(
    progress.reviews
      .filter(({ at, card }) => card.startsWith('question:') && dayNumber(at, offsetAt) === today)
      .map(({ card }) => card),
  ).size;
  const minutes = minutesOf(ids, deck);
  const isDone = ids.length === 0;
  const left = ids.length === 1 ? 'question left today' : 'questions left today';
  return {
    lead: isDone
      ? 'Done for today'
      : `${minutes} min with scoring: ${counts.due} due, ${counts.new} new`,
    figure: `${isDone ? finished : ids.length}`,
    unit: isDone ? 'answered today' : left,
    drawing: beats(ids.length + finished, finished),
  };
}

function mockBand({ progress: { mocks }, now, offsetAt }: ReaderData): Change | undefined {
  const last = mocks.toSorted((a, b) => a.at - b.at).at(-1);
  if (last === undefined) return undefined;
  const mean = meanScore(last.questions.flatMap(({ scores }) => scores));
  const day = dayText(dayOfMoment(last.at, offsetAt));
  if (mean === null) {
    const interviews = mocks.length === 1 ? 'mock interview' : 'mock interviews';
    return { figure: `${mocks.length}`, unit: interviews, drawing: dial() };
  }
  const isToday = dayNumber(last.at, offsetAt) === dayNumber(now, offsetAt);
  return {
    figure: scoreText(mean),
    unit: isToday ? 'of 5, today' : `of 5, ${day}`,
    drawing: dial(mean),
  };
}

/**
 * Picks the path on which the reader is furthest along. A finished path is picked only if the
 * reader has no unfinished one.
 */
function pathBand(
  { learningPaths }: StudyData,
  answers: ReadonlyMap<string, LastAnswer>,
): Change | undefined {
  const begun = learningPaths
    .map(({ title, codes }) => ({
      title,
      codes,
      total: codes.length,
      visited: codes.filter((code) => answers.has(code)).length,
    }))
    .filter(({ visited }) => visited > 0)
    .sort((a, b) => b.visited / b.total - a.visited / a.total);
  const path = begun.find(({ total, visited }) => visited < total) ?? begun[0];
  if (path === undefined) return undefined;
  return {
    // Readers may have answered its questions without ever opening the path.
    lead: `Furthest along: “${path.title}”`,
    figure: `${path.visited}`,
    unit: `of ${counted(path.total, 'stop')} answered`,
    drawing: stops(
      path.codes.map((code) => {
        const answer = answers.get(code);
        return fullness(answer) === 1 ? 'dot' : answer === undefined ? 'hollow' : 'ring';
      }),
    ),
  };
}
