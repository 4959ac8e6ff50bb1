/** Small views that several screens of the interview kit share. */
import { html } from 'lit-html';
import { labelOf } from '../../../domain/guide/label-of.ts';
import { answerOf, codesOf } from '../../../domain/kit/interview.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import type { InterviewRecord } from '../../../domain/progress/records.ts';
import { levels } from '../../../guide.ts';
import type { KitRoom } from './room.ts';

/** Returns how many of a candidate's criteria are scored, and how many there are. */
export function progressOf(
  interview: InterviewRecord,
  label: string,
  questions: ReadonlyMap<string, StudyQuestion>,
) {
  const candidate = interview.candidates.find((one) => one.label === label);
  const counts = codesOf(interview).map((code) => {
    const scores = candidate === undefined ? [] : answerOf(candidate, code).scores;
    const scored = scores.filter((score) => score !== null).length;
    return { scored, of: questions.get(code)?.criteria.length ?? scores.length };
  });
  return {
    scored: counts.reduce((sum, { scored }) => sum + scored, 0),
    of: counts.reduce((sum, one) => sum + one.of, 0),
  };
}

/** Draws a ring that fills as a candidate's criteria are scored. */
export function ringView(interview: InterviewRecord, label: string, room: KitRoom) {
  const { scored, of } = progressOf(interview, label, room.context.questions);
  const share = of === 0 ? 0 : (scored / of) * 100;
  return html`<svg class="ring" viewBox="0 0 38 38" role="img"
    aria-label="Candidate ${label}: ${scored} of ${of} criteria scored">
    <circle cx="19" cy="19" r="15" />
    <circle class="done" cx="19" cy="19" r="15" pathLength="100" stroke-dasharray="${share} 100"
      ?hidden=${scored === 0} transform="rotate(-90 19 19)" />
    <text x="19" y="23" text-anchor="middle">${label}</text>
  </svg>`;
}

/** Returns the icon of a level on its color, with the level's name for screen readers. */
export function levelTile(level: string) {
  return html`<span class="level level-${level}"
    ><span class="sr-only">${labelOf(levels, level)}</span></span
  >`;
}
