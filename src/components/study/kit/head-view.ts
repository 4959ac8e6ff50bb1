import { html, nothing } from 'lit-html';
import { setAddress } from '../../../browser/question-sets.ts';
import {
  candidateOf,
  initialsOf,
  type Label,
  nameOfInterview,
} from '../../../domain/kit/interview.ts';
import { writePlace } from '../../../domain/kit/kit-link.ts';
import type { InterviewRecord } from '../../../domain/progress/records.ts';
import { setIn } from '../../../domain/study-set/set-link.ts';
import { ringView } from '../base/question-link.ts';
import type { KitRoom } from './room.ts';
import { addView, shareView } from './share-view.ts';

/** @param label the candidate whose scorecard is open, if any */
export function headView(interview: InterviewRecord, label: Label | undefined, room: KitRoom) {
  const { kit } = room.context.paths;
  const { id } = interview;
  const opened =
    label === undefined ? room.continuePlace(interview) : room.placeOf(interview, label);
  const score = writePlace(id, opened);
  const compare = writePlace(id, { view: 'compare' });
  const set = room.latestSetOf(interview);
  // A group's interview opens from the set's link, so it needs no link of its own.
  const isOfSet = room.setOf(interview) !== undefined;
  const share = isOfSet
    ? html`<div class="fold">${addView(interview, label, 'Scores from others', room)}</div>`
    : shareView(interview, label, room);
  return html`<div class="row head">
      <p class="row crumbs">
        ${isOfSet ? nothing : html`<a href=${kit}>Interview kit</a>`}
        ${set && html`<a href=${setAddress(setIn(set), room.context.paths)}>Back to the set</a>`}
      </p>
      <h2 dir="auto">${nameOfInterview(interview)}</h2>
      <button type="button" class="quiet" aria-expanded=${room.unfolded === 'share'}
        @click=${() => room.unfold('share')}>
        ${isOfSet ? 'Add scores' : 'Share'}
      </button>
      <nav class="row views" aria-label="Views">
        <a class="button" href="${kit}#${score}" aria-current=${label === undefined ? nothing : 'page'}>Score</a>
        <a class="button" href="${kit}#${compare}" aria-current=${label === undefined ? 'page' : nothing}>Compare</a>
      </nav>
    </div>
    ${room.unfolded === 'share' ? share : nothing}`;
}

export function candidateRing(interview: InterviewRecord, label: Label, room: KitRoom) {
  const { scored, of } = room.progress(interview, label);
  const name = `${room.words(interview).title(label)}: ${scored} of ${of} criteria scored`;
  const text = initialsOf(candidateOf(interview, label) ?? { label, name: '' });
  return ringView(scored / Math.max(1, of), text, name);
}

/**
 * Asks the reader to confirm a deletion, and offers to save a file first. Returns true if the
 * reader goes ahead.
 */
export async function confirmDelete(
  room: KitRoom,
  interview: InterviewRecord,
  title: string,
  what: string,
): Promise<boolean> {
  const copy = 'Save a file, then delete';
  const sentence = `This deletes ${what}. You can undo it until you leave this page.`;
  const answer = await room.confirm(title, [sentence], copy, 'Delete');
  if (answer === copy) room.interviews.saveFile(interview, 'json');
  return answer !== undefined;
}
