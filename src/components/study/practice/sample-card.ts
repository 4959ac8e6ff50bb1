import { meanAbove } from '../../../domain/practice/leniency.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import type { Score } from '../../../domain/progress/records.ts';

type Sample = NonNullable<StudyQuestion['calibration']>[number];

/** A sample answer that the reader scores, to compare with the guide's scores. */
export class SampleCard {
  readonly question: StudyQuestion;
  /** Its place among the question's samples. */
  readonly place: number;
  readonly sample: Sample;
  scores: readonly Score[];
  criterion = 0;
  /** Whether the guide's scores are shown. */
  isCompared = false;

  constructor(question: StudyQuestion, place: number, sample: Sample) {
    this.question = question;
    this.place = place;
    this.sample = sample;
    this.scores = question.criteria.map(() => null);
  }

  /** How far the reader's scores are above the guide's, on average; null without scores. */
  get above(): number | null {
    return meanAbove(
      this.scores,
      this.sample.scores.map(({ score }) => score),
    );
  }

  score(place: number, score: Score): void {
    if (this.isCompared) return;
    this.scores = this.scores.map((before, index) => (index === place ? score : before));
    this.criterion = Math.min(place + 1, this.scores.length - 1);
  }
}

/** A sample answer of a question by its place; undefined if it has none there. */
export function sampleCard(question: StudyQuestion, place: number): SampleCard | undefined {
  const sample = question.calibration?.[place];
  if (sample === undefined || sample.scores.length !== question.criteria.length) return undefined;
  return new SampleCard(question, place, sample);
}
