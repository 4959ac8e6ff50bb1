import { html, nothing } from 'lit-html';
import { offsetAt } from '../../../browser/clock.ts';
import { codesOf, nameOfInterview } from '../../../domain/kit/interview.ts';
import { type RatersScores, receivedScores } from '../../../domain/kit/received.ts';
import {
  type ScorecardQuestion,
  scorecardOf,
  totalOfScorecard,
} from '../../../domain/kit/scorecard-files.ts';
import { notAssessed, totalOf } from '../../../domain/mock/scored-question.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import type { InterviewRecord, Score } from '../../../domain/progress/records.ts';
import { dayOfMoment } from '../../../domain/review/days.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { dateText } from '../../../domain/words/date-text.ts';
import { counted } from '../base/format.ts';
import type { KitRoom } from './room.ts';

/** If a page has more criteria than this, it uses smaller type so that they all fit. */
const many = 26;

/**
 * Renders a scorecard for each candidate. The scorecards are only for printing, so they are hidden
 * on screen.
 */
export function printView(interview: InterviewRecord, room: KitRoom, now: number) {
  const words = room.words(interview);
  const { questions } = room.context;
  const day = dateText(dayOfMoment(now, offsetAt));
  return html`<div class="sheets" aria-hidden="true">
    ${interview.candidates.map((candidate) => {
      const card = scorecardOf(interview, candidate, questions, now);
      const { mean, assessed } = totalOfScorecard(card);
      // As on the screen, other people's scores show once the reader's own are locked.
      const raters = candidate.lockedAt === null ? [] : receivedScores(interview, candidate);
      const criteria = card.reduce((sum, question) => sum + question.criteria.length, 0);
      return html`<section class="${criteria > many ? 'many' : ''} ${assessed === 0 ? 'blank' : ''}">
        <header>
          <div>
            <h2>${words.full(candidate.label)}</h2>
            <p>
              ${nameOfInterview(interview)}. ${counted(codesOf(interview).length, 'question')},
              ${counted(criteria, 'criterion', 'criteria')}. ${day}
            </p>
          </div>
          <p class="mean">
            ${mean === null ? 'No scores yet' : html`<b>${mean.toFixed(1)}</b> your mean of ${counted(assessed, 'score')}`}${raters.map(meanOfRater)}
          </p>
        </header>
        <table>
          <thead>
            <tr>
              <th scope="col">Criterion</th>
              <th scope="col">${raters.length === 0 ? 'Score' : 'Your score'}</th>
              ${raters.length === 0 ? nothing : html`<th scope="col" class="others">Others</th>`}
              <th scope="col">What that score means</th>
            </tr>
          </thead>
          ${card.map((question, index) => questionView(question, index, raters))}
        </table>
        ${words.isGroup ? nothing : signingView()}
      </section>`;
    })}
  </div>`;
}

function signingView() {
  return html`<div class="signing">
    <span>Interviewer</span><span>Date</span><span>Recommendation</span>
  </div>`;
}

function meanOfRater({ name, questions }: RatersScores) {
  const { mean } = totalOf(questions.flatMap(({ scores }) => scores));
  return mean === null ? nothing : `; ${name}: ${mean.toFixed(1)}`;
}

/** Says what others gave and by how much it differs, as in "Jonas 4 (+1)". */
function othersText(raters: readonly RatersScores[], place: number, row: number, own: Score) {
  return raters
    .flatMap(({ name, questions }) => {
      const score = questions[place]?.scores[row] ?? null;
      if (score === null) return [];
      const gap = own === null ? 0 : score - own;
      return [
        gap === 0
          ? `${name} ${score}`
          : `${name} ${score} (${gap > 0 ? '+' : '−'}${Math.abs(gap)})`,
      ];
    })
    .join(', ');
}

function questionView(
  { title, criteria, note, seconds }: ScorecardQuestion,
  index: number,
  raters: readonly RatersScores[],
) {
  const columns = raters.length === 0 ? 3 : 4;
  const { mean } = totalOf(criteria.map(({ score }) => score));
  return html`<tbody>
    <tr class="question">
      <th scope="rowgroup" colspan=${columns}>
        ${index + 1}. ${title}
        <span>${mean === null ? notAssessed : `mean ${mean.toFixed(1)}`}${seconds === 0 ? '' : `, time ${clockText(seconds)}`}</span>
      </th>
    </tr>
    ${note.trim() === '' ? '' : html`<tr class="note"><td colspan=${columns}>${note}</td></tr>`}
    ${criteria.map(
      (criterion, row) => html`<tr>
        <th scope="row">${criterion.criterion}</th>
        <td class="circles">
          ${criterion.isNotAssessed ? 'Not assessed' : circlesView(criterion.score)}
        </td>
        ${columns === 3 ? nothing : html`<td>${othersText(raters, index, row, criterion.score)}</td>`}
        <td>${criterion.isNotAssessed ? '' : meaningOf(criterion.score, criterion)}</td>
      </tr>`,
    )}
  </tbody>`;
}

function circlesView(score: Score) {
  return [1, 2, 3, 4, 5].map(
    (value) => html`<i class=${value === score ? 'given' : ''}>${value}</i>`,
  );
}

/**
 * Says what a score means. A 2 or a 4 gets the sentence for the score below it, and a criterion
 * without a score gets all three sentences.
 */
function meaningOf(score: Score, { one, three, five }: StudyQuestion['criteria'][number]) {
  if (score === null) return html`<b>1</b> ${one} <b>3</b> ${three} <b>5</b> ${five}`;
  if (score === 2) return `Above 1: ${one}`;
  if (score === 4) return `Above 3: ${three}`;
  return score === 1 ? one : score === 3 ? three : five;
}
