import { html, nothing } from 'lit-html';
import { compareSamples, scoreSample } from '../../../domain/kit/interview.ts';
import { leniencyText, meanAbove } from '../../../domain/practice/leniency.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import type { InterviewRecord, Score } from '../../../domain/progress/records.ts';
import {
  compareWithGuide,
  firstUnscored,
  guideScoreView,
  rubricView,
} from '../base/criterion-view.ts';
import type { KitRoom } from './room.ts';

interface Calibrated {
  readonly interview: InterviewRecord;
  readonly code: string;
  readonly question: StudyQuestion | undefined;
}

/**
 * Shows sample answers to score before the first candidate. Once the reader asks to compare, shows
 * the guide's scores too.
 */
export function calibrationView({ interview, code, question }: Calibrated, room: KitRoom) {
  const words = room.words(interview);
  const { calibration = [], criteria } = question ?? { criteria: [] };
  const samples = interview.questions.find((one) => one.code === code)?.samples ?? [];
  const readerScores = calibration.map((_, sample) => samples[sample]?.scores ?? []);
  const isCompared = calibration.every((_, sample) => samples[sample]?.isCompared === true);
  const compare = () => room.change(interview.id, compareSamples(code, calibration.length));
  return html`<section class="scorecard stack" aria-labelledby="calibration-title">
    <h3 id="calibration-title">Calibrate on two sample answers</h3>
    <p class="note">
      ${isCompared ? resultOf(calibration, readerScores, code) : 'The guide’s scores stay hidden until you compare.'}
    </p>
    ${calibration.map(({ title, answer, scores: guide }, sample) => {
      const scores = readerScores[sample] ?? [];
      const next = isCompared ? -1 : firstUnscored(criteria, scores);
      const rubric = rubricView(
        { name: `sample-${code}-${sample}`, criteria, scores, isLocked: isCompared, next },
        (score, criterion) =>
          room.change(interview.id, scoreSample(code, { sample, criterion }, score)),
      );
      return html`<h4>Answer ${'AB'[sample] ?? sample + 1}${isCompared ? `: ${title}` : ''}</h4>
        <blockquote class="own-note">${answer}</blockquote>
        ${rubric.map((view, index) => [view, isCompared ? guideScoreView(guide[index], scores[index]) : nothing])}`;
    })}
    <div class="row">
      ${
        isCompared
          ? nothing
          : html`<button type="button" @click=${compare}>${compareWithGuide}</button>`
      }
      <button type="button" class="quiet" @click=${() => room.unfold('calibrate')}>
        Back to ${words.isGroup ? 'the scorecard' : 'the candidate'}
      </button>
    </div>
  </section>`;
}

function resultOf(
  calibration: NonNullable<StudyQuestion['calibration']>,
  own: readonly (readonly Score[])[],
  code: string,
): string {
  const scored = calibration.flatMap(({ scores }, answer) => {
    const guide = scores.map(({ score }) => score);
    const above = meanAbove(own[answer] ?? [], guide);
    return above === null ? [] : [{ code, answer, above }];
  });
  return leniencyText(scored) ?? 'You haven’t scored any criteria, so there’s nothing to compare.';
}
