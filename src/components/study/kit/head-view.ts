import '../../copy-text/copy-text-element.ts';
import '../base/share-link.ts';
import { html, nothing } from 'lit-html';
import { setAddress, setWith } from '../../../browser/question-sets.ts';
import { shareAddress } from '../../../browser/room-address.ts';
import {
  candidateOf,
  codesOf,
  initialsOf,
  type Label,
  nameOfInterview,
} from '../../../domain/kit/interview.ts';
import { writeInterviewLink, writePlace } from '../../../domain/kit/kit-link.ts';
import { readPasted } from '../../../domain/kit/received.ts';
import type { InterviewRecord } from '../../../domain/progress/records.ts';
import { setIn } from '../../../domain/study-set/set-link.ts';
import { fieldsOf } from '../base/format.ts';
import { ringView } from '../base/question-link.ts';
import type { KitRoom } from './room.ts';

/** @param label the candidate whose scorecard is open, if any */
export function headView(interview: InterviewRecord, label: Label | undefined, room: KitRoom) {
  const { kit } = room.context.paths;
  const { id } = interview;
  const opened = label === undefined ? room.firstPlace(interview) : room.placeOf(interview, label);
  const score = writePlace(id, opened);
  const compare = writePlace(id, { view: 'compare' });
  const set = setWith(codesOf(interview), room.context.data.book);
  // A group's interview opens from the set's link, so it needs no link of its own.
  const isOfSet = room.setOf(interview) !== undefined;
  return html`<div class="row head">
      <p class="row crumbs">
        ${isOfSet ? nothing : html`<a href=${kit}>Interview kit</a>`}
        ${set && html`<a href=${setAddress(setIn(set), room.context.paths)}>Back to the set</a>`}
      </p>
      <h2 dir="auto">${nameOfInterview(interview)}</h2>
      ${isOfSet ? nothing : unfoldButton('share', 'Share interview', room)}
      ${unfoldButton('add', 'Add scores', room)}
      <nav class="row views" aria-label="Views">
        <a class="button" href="${kit}#${score}" aria-current=${label === undefined ? nothing : 'page'}>Score</a>
        <a class="button" href="${kit}#${compare}" aria-current=${label === undefined ? 'page' : nothing}>Compare</a>
      </nav>
    </div>
    ${room.unfolded === 'share' ? shareView(interview, room) : nothing}
    ${room.unfolded === 'add' ? addView(interview, label, room) : nothing}`;
}

function unfoldButton(part: 'add' | 'share', name: string, room: KitRoom) {
  return html`<button type="button" class="quiet" aria-expanded=${room.unfolded === part}
    @click=${() => room.unfold(part)}>
    ${name}
  </button>`;
}

function shareView(interview: InterviewRecord, { context }: KitRoom) {
  const address = shareAddress(context.paths.kit, writeInterviewLink(interview));
  return html`<div class="fold stack">
    <p>
      Everyone with this link scores the same questions. It has the questions and the labels of the
      candidates, no names and no scores. Don’t send it to candidates: it shows the rubrics.
    </p>
    <share-link data-address=${address} data-name="this interview"></share-link>
  </div>`;
}

function addView(interview: InterviewRecord, label: Label | undefined, room: KitRoom) {
  const submit = (event: SubmitEvent) => {
    const text = String(fieldsOf(event).get('scores'));
    receive(text, interview, label, room);
  };
  return html`<form class="fold stack" @submit=${submit}>
    <label class="field">
      Scores from others
      <input name="scores" autocomplete="off" spellcheck="false" aria-describedby="scores-hint" />
    </label>
    <p class="note" id="scores-hint">Paste their links or codes. You can paste several at once.</p>
    ${room.noticeAt('add')}
    <div class="row"><button class="primary">Add scores</button></div>
  </form>`;
}

/**
 * Adds pasted scores. Asks first if any are for a candidate other than the open one, or for one who
 * isn't in the interview.
 */
function receive(
  text: string,
  interview: InterviewRecord,
  label: Label | undefined,
  room: KitRoom,
): void {
  const pasted = readPasted(text, interview);
  if ('problem' in pasted) {
    const { message, other } = pasted.problem;
    const open = () => location.assign(`${room.context.paths.kit}#${other}`);
    const actions = other === undefined ? [] : [{ label: 'Open that interview', run: open }];
    room.notify('add', { tone: 'problem', text: message, actions });
    return;
  }
  const strays = pasted.value.filter(
    (scores) =>
      interview.candidates.every((one) => one.label !== scores.label) ||
      (label !== undefined && scores.label !== label),
  );
  const add = () => room.addAll(interview.id, pasted.value);
  if (strays.length === 0) {
    add();
    return;
  }
  const words = room.words(interview);
  const candidates = words.several(strays.map((scores) => scores.label));
  const where =
    label === undefined
      ? `${words.isGroup ? 'You don’t have this person yet' : 'Your interview doesn’t have this label'}.`
      : `You’re on ${words.one(label)}.`;
  room.notify('add', {
    tone: 'problem',
    text: `These scores are for ${candidates}. ${where} Nothing was added.`,
    actions: [
      { label: `Add to ${candidates}`, run: add },
      { label: 'Don’t add', run: () => room.clearMessage() },
    ],
  });
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
