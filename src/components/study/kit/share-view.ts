import '../../copy-text/copy-text-element.ts';
import '../base/share-link.ts';
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { now } from '../../../browser/clock.ts';
import { shareAddress } from '../../../browser/room-address.ts';
import {
  answerOf,
  type Candidate,
  codesOf,
  type Label,
  mockOf,
  scoredAnswers,
  scoredCandidate,
} from '../../../domain/kit/interview.ts';
import { safeLength, writeInterviewLink, writeScoresLink } from '../../../domain/kit/kit-link.ts';
import { readPasted } from '../../../domain/kit/received.ts';
import { writeScoreCode } from '../../../domain/kit/score-code.ts';
import { writeComparisonLink } from '../../../domain/mock/mock-link.ts';
import type { InterviewRecord } from '../../../domain/progress/records.ts';
import { fieldsOf } from '../base/format.ts';
import type { KitRoom } from './room.ts';

/**
 * Shows both links of an interview: the one with the questions, and those with scores. On the
 * comparison, the second step has a link for each candidate whose scores are locked.
 * @param label the candidate whose scorecard is open, if any
 */
export function shareView(interview: InterviewRecord, label: Label | undefined, room: KitRoom) {
  const address = shareAddress(room.context.paths.kit, writeInterviewLink(interview));
  const shown = interview.candidates.filter((one) => label === undefined || one.label === label);
  const locked = shown.filter(({ lockedAt }) => lockedAt !== null);
  const whose = label === undefined ? 'a candidate' : `candidate ${label}`;
  return html`<ol class="fold share-steps">
    <li>
      <h3 tabindex="-1">Before the interview: share the questions</h3>
      <p class="note">
        The link has the questions and no scores or names. Send it to colleagues who interview, never
        to candidates: it shows the rubrics.
      </p>
      <share-link data-address=${address} data-name="the questions"></share-link>
    </li>
    <li>
      <h3>After the interview: exchange scores</h3>
      <p class="note">
        ${
          locked.length === 0
            ? `Lock your scores of ${whose} first. Then their link appears here.`
            : 'The link has your scores and times, and no names. Send it to the same colleagues.'
        }
      </p>
      ${locked.map((candidate) => html`<div class="row">${scoresLinkView(interview, candidate, room)}</div>`)}
      ${addView(interview, label, 'Add a colleague’s scores', room)}
      <button type="button" class="quiet" @click=${() => room.unfold('share')}>Close</button>
    </li>
  </ol>`;
}

export function scoresLinkView(interview: InterviewRecord, candidate: Candidate, room: KitRoom) {
  const { label } = candidate;
  const { address, problem } = linkOf(interview, candidate, room);
  const notes = html`<label class="check">
    <input type="checkbox" .checked=${live(room.sendsNotes)} @change=${() => {
      room.sendsNotes = !room.sendsNotes;
      room.update();
    }} />
    Put my notes into the link
  </label>`;
  const hasNotes = candidate.answers.some(({ note }) => note.trim() !== '');
  return html`${hasNotes && mockOf(interview, label) === undefined ? notes : nothing}
    <copy-text data-text=${address} data-label="Copy link to scores of ${room.words(interview).one(label)}"></copy-text>
    ${problem === undefined ? nothing : html`<span class="note">${problem}</span>`}`;
}

function linkOf(interview: InterviewRecord, candidate: Candidate, room: KitRoom) {
  const { label } = candidate;
  const { kit } = room.context.paths;
  const code = writeScoreCode(
    scoredCandidate(interview, label),
    scoredAnswers(interview, candidate, now()),
  );
  const mock = mockOf(interview, label);
  const by = room.setOf(interview) && room.me;
  if (mock !== undefined) {
    return { address: shareAddress(kit, writeComparisonLink(mock, [code], by)) };
  }
  const notes = codesOf(interview).map((one) => answerOf(candidate, one).note);
  const shared = { label, rater: interview.rater, by, code, notes: undefined };
  const withNotes = room.sendsNotes ? writeScoresLink(interview, { ...shared, notes }) : undefined;
  const link = withNotes ?? writeScoresLink(interview, shared) ?? '';
  const address = shareAddress(kit, link);
  if (room.sendsNotes && withNotes === undefined) {
    return { address, problem: 'Your notes are too long for it. Send the saved file instead.' };
  }
  const long = 'Some chat programs cut such a long link. Send it by email, or without notes.';
  return { address, problem: address.length > safeLength ? long : undefined };
}

export function addView(
  interview: InterviewRecord,
  label: Label | undefined,
  name: string,
  room: KitRoom,
) {
  const submit = (event: SubmitEvent) => {
    const text = String(fieldsOf(event).get('scores'));
    receive(text, interview, label, room);
  };
  return html`<form class="add-scores stack" @submit=${submit}>
    <label class="field">
      ${name}
      <input name="scores" autocomplete="off" spellcheck="false" aria-describedby="scores-hint" />
    </label>
    <p class="note" id="scores-hint">Paste their links or codes. You can paste several at once.</p>
    ${room.noticeAt('add')}
    <div class="row"><button class="primary">Add scores</button></div>
  </form>`;
}

/**
 * Adds pasted scores. Asks first if any are for someone who isn't in the interview, or if all are
 * for one candidate other than the open one. In a group, everyone sends scores of several people,
 * so the open card doesn't matter.
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
  const words = room.words(interview);
  const isOfSeveral = new Set(pasted.value.map((scores) => scores.label)).size > 1;
  const open = words.isGroup || isOfSeveral ? undefined : label;
  const strays = pasted.value.filter(
    (scores) =>
      interview.candidates.every((one) => one.label !== scores.label) ||
      (open !== undefined && scores.label !== open),
  );
  const add = () => room.addAll(interview.id, pasted.value);
  if (strays.length === 0) {
    add();
    return;
  }
  const candidates = words.several(strays.map((scores) => scores.label));
  const where =
    open === undefined
      ? `${words.isGroup ? 'You don’t have this person yet' : 'Your interview doesn’t have this label'}.`
      : `You’re on ${words.one(open)}.`;
  room.notify('add', {
    tone: 'problem',
    text: `These scores are for ${candidates}. ${where} Nothing was added.`,
    actions: [
      { label: `Add to ${candidates}`, run: add },
      { label: 'Don’t add', run: () => room.clearMessage() },
    ],
  });
}
