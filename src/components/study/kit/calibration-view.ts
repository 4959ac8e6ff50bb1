import { html, nothing } from 'lit-html';
import { compareSamples, scoreSample } from '../../../domain/kit/interview.ts';
import { leniencyText, meanAbove } from '../../../domain/practice/leniency.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import type { InterviewRecord, Score } from '../../../domain/progress/records.ts';
import { compareWithGuide } from '../base/criterion-view.ts';
import { tableHead } from '../base/table-head.ts';
import type { KitRoom } from './room.ts';
import { scorecardView } from './scorecard.ts';

interface Calibrated {
  readonly interview: InterviewRecord;
  readonly code: string;
  readonly question: StudyQuestion | undefined;
}

/**
 * Shows sample answers to score before the first candidate, and afterward the guide's scores of
 * them.
 */
export function calibrationView({ interview, code, question }: Calibrated, room: KitRoom) {
  const { calibration = [], criteria } = question ?? { criteria: [] };
  const samples = interview.questions.find((one) => one.code === code)?.samples ?? [];
  const own = calibration.map((_, sample) =>
    criteria.map((_, criterion) => samples[sample]?.scores[criterion] ?? null),
  );
  const isCompared = calibration.every((_, sample) => samples[sample]?.isCompared === true);
  const compare = () => room.change(interview.id, compareSamples(code, calibration.length));
  return html`<section class="calibration stack" aria-labelledby="calibration-title">
    <h3 id="calibration-title">Calibrate on two sample answers</h3>
    <p class="note">
      ${isCompared ? resultOf(calibration, own, code) : 'The guide’s scores stay hidden until you compare.'}
    </p>
    ${calibration.map(({ title, answer, scores }, sample) => {
      const card = { name: `sample-${code}-${sample}`, criteria, scores: own[sample] ?? [] };
      const give = (score: Score, criterion: number) =>
        room.change(interview.id, scoreSample(code, { sample, criterion }, score));
      return html`<h4>Answer ${'AB'[sample] ?? sample + 1}${isCompared ? `: ${title}` : ''}</h4>
        <blockquote>${answer}</blockquote>
        ${
          isCompared
            ? comparedView(scores, own[sample] ?? [], criteria)
            : scorecardView({ ...card, isLocked: false, next: -1 }, give, () => undefined)
        }`;
    })}
    <div class="row">
      ${
        isCompared
          ? nothing
          : html`<button type="button" @click=${compare}>${compareWithGuide}</button>`
      }
      <button type="button" class="quiet" @click=${() => room.unfold('calibrate')}>
        Back to the candidate
      </button>
    </div>
  </section>`;
}

type Sample = NonNullable<StudyQuestion['calibration']>[number];

function resultOf(
  calibration: readonly Sample[],
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

function comparedView(
  scores: Sample['scores'],
  own: readonly Score[],
  criteria: StudyQuestion['criteria'],
) {
  return html`<table>
    ${tableHead('Criterion', ['You', 'Guide'])}
    <tbody>
      ${scores.map(
        ({ score, why }, index) => html`<tr>
          <th scope="row">${criteria[index]?.criterion} <span class="note">${why}</span></th>
          <td class="number">${own[index] ?? '–'}</td>
          <td class="number">${score}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
