/**
 * `node bench/review-simulation.ts [learners]`: how the plan toward an interview works for
 * simulated learners, as a Markdown table. Everything is drawn from seeds: the table is the same on
 * every run.
 *
 * A learner forgets by FSRS's own curve: at each question, chance decides with the predicted
 * probability whether it is remembered; then "hard," "good," or "easy". A day of study begins
 * between 6 and 18 o'clock, which leaves time for the whole queue before midnight. "Where time
 * allows" means learners with two or more days of study before the interview.
 */
import type { CardId, CardRecord, Grade } from '../src/domain/progress/records.ts';
import { dayLength, dayName, dayNumber, type OffsetAt } from '../src/domain/review/days.ts';
import { plannedDue, type Study } from '../src/domain/review/due-day.ts';
import { newCard, retrievability, reviewCard } from '../src/domain/review/fsrs.ts';
import type { DeckEntry } from '../src/domain/review/new-cards.ts';
import { buildQueue } from '../src/domain/review/queue.ts';
import { startOfDay } from '../src/domain/review/start-of-day.ts';

const questions = 50;
const maxDays = 28;
const perAnswer = 2 * 60_000;
/** First day of every simulation. Europe and the US change their clocks in the following weeks. */
const firstDay = Date.UTC(2026, 9, 12) / dayLength;

/** Parameters of one kind of learner. */
interface Kind {
  readonly name: string;
  /** Share of days without study. */
  readonly skips: number;
  /** Days of practice before the date is set. */
  readonly before: number;
  /** Days by which the interview moves halfway through. */
  readonly moves: number;
  /** Whether the schedule knows the interview date. */
  readonly hasDate: boolean;
}

const everyDay: Kind = { name: 'every day', skips: 0, before: 0, moves: 0, hasDate: true };
const kinds: readonly Kind[] = [
  everyDay,
  { ...everyDay, name: 'skips one day in four', skips: 0.25 },
  { ...everyDay, name: 'sets the date after 30 days of practice', before: 30 },
  { ...everyDay, name: 'interview comes up to 7 days sooner', moves: -7 },
  { ...everyDay, name: 'interview is put off by 7 days', moves: 7 },
  { ...everyDay, name: 'every day, but plain FSRS without the date', hasDate: false },
];

const zones: readonly OffsetAt[] = [
  () => 0,
  () => -480,
  () => 330,
  () => 840,
  // Berlin and New York, whose clocks go back on October 25 and November 1, 2026.
  (at) => (at < Date.UTC(2026, 9, 25, 1) ? 120 : 60),
  (at) => (at < Date.UTC(2026, 10, 1, 6) ? -240 : -300),
];

const deck: readonly DeckEntry[] = Array.from({ length: questions }, (_, index) => ({
  id: `question:${index.toString(36).padStart(3, 'q')}`,
  level: null,
  topics: [],
  minutes: 5.5,
}));

type Random = () => number;

/** One simulated person; days are numbers as in `days.ts`. */
interface Learner {
  readonly kind: Kind;
  readonly random: Random;
  readonly offsetAt: OffsetAt;
  readonly newPerDay: number;
  /** Day on which the date is set. */
  readonly setOn: number;
  /** Day of the interview as it is set first. */
  readonly planned: number;
  /** Day on which the interview is moved. */
  readonly movedOn: number;
  /** Actual day of the interview. */
  readonly interview: number;
  readonly cards: Map<CardId, CardRecord>;
  /** The day of each answer, by question. */
  readonly sightings: Map<CardId, number[]>;
  /** Different questions answered, by day of study since the date was set. */
  readonly perDay: Map<number, number>;
  /** Cards with a due moment after the interview day has begun. */
  dueAfter: number;
}

/** mulberry32: a small random number generator, from 0 up to 1. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws one of the values; each weight is a share of 1. */
function draw<T>(random: Random, choices: readonly (readonly [value: T, share: number])[]): T {
  let rest = random();
  const drawn = choices.find(([, share]) => {
    rest -= share;
    return rest < 0;
  });
  return (drawn ?? (choices.at(-1) as readonly [T, number]))[0];
}

function drawLearner(kind: Kind, seed: number): Learner {
  const random = randomFrom(seed);
  const evenly = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const left = 1 + Math.floor(random() * maxDays);
  const setOn = firstDay + kind.before;
  const movedOn = setOn + Math.ceil(left / 2);
  const isMoved = kind.moves !== 0;
  return {
    kind,
    random,
    offsetAt: evenly(zones),
    newPerDay: evenly([3, 5, 8, 10]),
    setOn,
    planned: setOn + left,
    movedOn: isMoved ? movedOn : setOn,
    // An interview is never moved closer than to the day after tomorrow.
    interview: isMoved ? Math.max(movedOn + 2, setOn + left + kind.moves) : setOn + left,
    cards: new Map(),
    sightings: new Map(),
    perDay: new Map(),
    dueAfter: 0,
  };
}

/** The learner's settings and time on a day. */
function studyAt(learner: Learner, day: number, now: number): Study {
  const { kind, offsetAt, newPerDay, setOn, planned, movedOn, interview } = learner;
  const isSet = kind.hasDate && day >= setOn;
  const on = day < movedOn ? planned : interview;
  const changedOn = !isSet ? firstDay : day < movedOn ? setOn : movedOn;
  const interviewOn = isSet ? dayName(on) : null;
  const at = startOfDay(changedOn, offsetAt);
  return { settings: { interviewOn, newPerDay, at }, now, offsetAt };
}

function drawGrade(random: Random, card: CardRecord, at: number): Grade {
  const first = [
    ['again', 0.25],
    ['hard', 0.2],
    ['good', 0.45],
    ['easy', 0.1],
  ] as const;
  if (card.state === 'new') return draw<Grade>(random, first);
  if (random() >= retrievability(card, at)) return 'again';
  const remembered = [
    ['hard', 0.15],
    ['good', 0.7],
    ['easy', 0.15],
  ] as const;
  return draw<Grade>(random, remembered);
}

/** Answers one question; returns the card before the answer. */
function answer(learner: Learner, id: CardId, study: Study): CardRecord {
  const { now, offsetAt, settings } = study;
  const before = learner.cards.get(id) ?? newCard(id, now);
  const grade = drawGrade(learner.random, before, now);
  const { interviewOn } = settings;
  const outcome = reviewCard(before, grade, now, { interviewOn, offsetAt });
  if ('problem' in outcome) throw new Error(outcome.problem);
  learner.cards.set(id, outcome.card);
  const day = dayNumber(now, offsetAt);
  learner.sightings.set(id, [...(learner.sightings.get(id) ?? []), day]);
  const on = day < learner.movedOn ? learner.planned : learner.interview;
  const isLate = outcome.card.due > startOfDay(on, offsetAt);
  if (interviewOn !== null && isLate) learner.dueAfter += 1;
  return before;
}

/** Works through the queue of a day. */
function studyDay(learner: Learner, day: number): void {
  const { random, kind, offsetAt } = learner;
  let now = startOfDay(day, offsetAt) + Math.floor((6 + random() * 12) * 3_600_000);
  if (random() < kind.skips) return;
  const seen = new Set<CardId>();
  let startedToday = 0;
  for (;;) {
    const cards = [...learner.cards.values()];
    const { ids } = buildQueue({ ...studyAt(learner, day, now), deck, cards, startedToday });
    if (ids.length === 0) break;
    for (const id of ids) {
      if (answer(learner, id, studyAt(learner, day, now)).state === 'new') startedToday += 1;
      seen.add(id);
      now += perAnswer;
    }
  }
  if (day >= learner.setOn) learner.perDay.set(day, seen.size);
}

/** Simulates a learner's days up to the interview. */
function simulate(kind: Kind, seed: number): Learner {
  const learner = drawLearner(kind, seed);
  for (let day = firstDay; day < learner.interview; day += 1) studyDay(learner, day);
  const start = startOfDay(learner.interview, learner.offsetAt);
  const study = studyAt(learner, learner.interview - 1, start - 1);
  const late = [...learner.cards.values()].filter((card) => plannedDue(card, study) > start);
  if (kind.hasDate) learner.dueAfter += late.length;
  return learner;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share === 1 ? 0 : 2)} %`;
}

/** Share of all questions of these learners that pass `passes`. */
function shareOfQuestions(
  learners: readonly Learner[],
  passes: (days: readonly number[], setOn: number) => boolean,
): number {
  const passing = learners.map(
    ({ sightings, setOn }) => [...sightings.values()].filter((days) => passes(days, setOn)).length,
  );
  return mean(passing) / questions;
}

/** Mean probability of recall when the interview day begins; unseen questions count as 0. */
function recallOnTheDay({ cards, interview, offsetAt }: Learner): number {
  const start = startOfDay(interview, offsetAt);
  const sum = [...cards.values()].reduce((total, card) => total + retrievability(card, start), 0);
  return sum / questions;
}

function row(kind: Kind, count: number): string {
  const learners = Array.from({ length: count }, (_, seed) => simulate(kind, seed));
  const withTime = learners.filter((learner) => learner.perDay.size >= 2);
  const perDay = learners.flatMap((learner) => [...learner.perDay.values()]);
  const onEve = learners.map((learner) => learner.perDay.get(learner.interview - 1) ?? 0);
  return `| ${[
    kind.name,
    withTime.length,
    percent(shareOfQuestions(withTime, (days) => days.length >= 2)),
    percent(shareOfQuestions(withTime, (days) => new Set(days).size >= 2)),
    percent(shareOfQuestions(withTime, (days, setOn) => days.some((day) => day >= setOn))),
    learners.reduce((sum, { dueAfter }) => sum + dueAfter, 0),
    mean(perDay).toFixed(1),
    percentile(perDay, 0.95),
    percentile(perDay, 1),
    mean(onEve).toFixed(1),
    percent(mean(learners.map(recallOnTheDay))),
  ].join(' | ')} |`;
}

const columns = [
  'learner',
  'where time allows',
  'seen twice or more',
  'on two days or more',
  'since the date was set',
  'due after the day',
  'questions a day, mean',
  '95th percentile',
  'most',
  'on the eve, mean',
  'recall on the day',
];
const count = Number(process.argv[2] ?? 1000);
console.log(
  `${count} learners of each kind, ${questions} questions, 1 to ${maxDays} days left, 3 to 10 new questions a day.\n`,
);
console.log(`| ${columns.join(' | ')} |\n|${' --- |'.repeat(columns.length)}`);
for (const kind of kinds) console.log(row(kind, count));
