import type { SearchTerm } from '../search/search-data.ts';
import { joinRanges, type Range } from './mark-ranges.ts';
import { placeWords, type Subject, subjectReader } from './read-subjects.ts';
import type { StudyQuestion } from './study-data.ts';

/** How much of a point an answer covers. Shown next to the rubric, but never used as a score. */
export type Touch = 'touched' | 'partly' | 'not touched';

export interface TouchedPoint {
  readonly point: string;
  readonly touch: Touch;
  /** The ranges of the words that counted, in order. Empty if the point was missed. */
  readonly ranges: readonly Range[];
}

export type PointComparer = (
  question: Pick<StudyQuestion, 'points'>,
  answer: string,
) => TouchedPoint[];

/**
 * Parameters of the comparison. With these values, a model answer covers most of its own question's
 * points and few of other questions' points.
 */
const rules = {
  /** Length of a passage in words. Only words in the same passage count together for a point. */
  passage: 80,
  /**
   * The amount of evidence that counts as the whole. If a point has less, its own amount does. Each
   * subject adds at most 1.
   */
  whole: 10,
  /**
   * A point is covered if at least this share of the `whole` evidence was found, from at least two
   * subjects (or one, if the point has only one).
   */
  touched: 0.2,
  /** A point is partly covered if at least this share of the `whole` evidence was found. */
  partly: 0.13,
  /** Words that occur in more than this share of all questions don't count. */
  common: 0.5,
  /** Words that occur in more than this share of the question's own points don't count either. */
  commonHere: 0.7,
  /** An answer with at most this many words may be a list of keywords. */
  keywords: 40,
  /** The evidence by which keywords name a point, and the evidence by which they cover it. */
  named: 0.55,
  covered: 0.8,
  /** Factor for the weight of a word that is part of a matched term. */
  inner: 0.5,
} as const;

type Evidence = ReadonlyMap<string, number>;

/**
 * Creates a function that compares answers with points. All questions in the study data are needed
 * to tell how common a word is. Reading them takes a moment (a quarter of a second on a laptop), so
 * create the function for the first answer and reuse it.
 *
 * @param terms the names in the glossary (`/data/search/terms.json`)
 */
export function pointComparer(
  questions: readonly StudyQuestion[],
  terms: readonly SearchTerm[],
): PointComparer {
  const read = subjectReader(
    terms,
    questions.flatMap(({ points }) => points),
  );
  const weightOf = weights(questions.map((question) => keysIn(read(textOf(question)))));
  return ({ points }, answer) => {
    const answerSubjects = read(answer);
    const isShort = placeWords(answer).length <= rules.keywords;
    const evidence = evidenceOf(points.map(read), weightOf);
    return points.map((point, index) => ({
      point,
      ...compare(evidence[index] ?? new Map(), answerSubjects, isShort),
    }));
  };
}

function textOf({ title, points, criteria, probes }: StudyQuestion): string {
  const rubric = criteria.flatMap(({ criterion, one, three, five }) => [
    criterion,
    one,
    three,
    five,
  ]);
  const replies = probes.flatMap(({ ask, reply }) => [ask, reply]);
  return [title, ...points, ...rubric, ...replies].join('\n');
}

function keysIn(subjects: readonly Subject[]): Set<string> {
  return new Set(subjects.map(({ key }) => key));
}

/**
 * Returns a function that looks up the weight of a subject: its inverse document frequency over the
 * questions (Spärck Jones 1972). It is 0 if most questions have the subject, and 1 if only one has
 * it.
 */
function weights(questions: readonly ReadonlySet<string>[]): (key: string) => number {
  const counts = new Map<string, number>();
  for (const keys of questions) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const all = questions.length;
  return (key) => {
    const count = counts.get(key) ?? 1;
    const isCommon = count > Math.max(1, all * rules.common);
    return isCommon ? 0 : Math.log((all + 1) / count) / Math.log(all + 1);
  };
}

function evidenceOf(
  points: readonly (readonly Subject[])[],
  weightOf: (key: string) => number,
): Evidence[] {
  const keys = points.map(keysIn);
  const isCommon = (key: string): boolean =>
    keys.filter((own) => own.has(key)).length > Math.max(1, points.length * rules.commonHere);
  return points.map((subjects) => {
    const evidence = new Map<string, number>();
    for (const { key, isInner } of subjects) {
      const weight = isCommon(key) ? 0 : weightOf(key) * (isInner ? rules.inner : 1);
      if (weight > (evidence.get(key) ?? 0)) evidence.set(key, weight);
    }
    return evidence;
  });
}

function compare(
  evidence: Evidence,
  answerSubjects: readonly Subject[],
  isShort: boolean,
): Omit<TouchedPoint, 'point'> {
  const passage = bestPassage(evidence, answerSubjects);
  const found = keysIn(passage);
  const whole = Math.min(rules.whole, sum(evidence, evidence.keys()));
  const weight = sum(evidence, found);
  const isBroad = found.size >= Math.min(2, evidence.size);
  const byText = touchOf(whole === 0 ? 0 : weight / whole, isBroad);
  const touch = isShort && byText === 'not touched' ? touchByName(weight, isBroad) : byText;
  return {
    touch,
    ranges:
      touch === 'not touched' ? [] : joinRanges(passage.map(({ start, end }) => [start, end])),
  };
}

function touchOf(share: number, isBroad: boolean): Touch {
  if (share >= rules.touched && isBroad) return 'touched';
  return share >= rules.partly ? 'partly' : 'not touched';
}

/** Keywords mean more than they say, so a telling word of a point is enough. */
function touchByName(weight: number, isBroad: boolean): Touch {
  if (weight >= rules.covered && isBroad) return 'touched';
  return weight >= rules.named ? 'partly' : 'not touched';
}

function sum(evidence: Evidence, keys: Iterable<string>): number {
  return [...keys].reduce((total, key) => total + (evidence.get(key) ?? 0), 0);
}

function bestPassage(evidence: Evidence, answerSubjects: readonly Subject[]): readonly Subject[] {
  const hits = answerSubjects.filter(({ key }) => evidence.has(key));
  const counts = new Map<string, number>();
  let best = { from: 0, weight: 0 };
  let first = 0;
  let weight = 0;
  const enter = (key: string): void => {
    const before = counts.get(key) ?? 0;
    counts.set(key, before + 1);
    if (before === 0) weight += evidence.get(key) ?? 0;
  };
  const leave = (key: string): void => {
    const before = counts.get(key) ?? 0;
    counts.set(key, before - 1);
    if (before === 1) weight -= evidence.get(key) ?? 0;
  };
  for (const { key, index } of hits) {
    enter(key);
    for (let out = hits[first]; out && index - out.index >= rules.passage; out = hits[first]) {
      leave(out.key);
      first += 1;
    }
    // The 1e-9 allows for rounding errors from adding and subtracting.
    if (weight > best.weight + 1e-9) best = { from: hits[first]?.index ?? 0, weight };
  }
  return hits.filter(({ index }) => index >= best.from && index - best.from < rules.passage);
}
