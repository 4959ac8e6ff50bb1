import '../../copy-text/copy-text.ts';
import '../base/share-link.ts';
import { html, nothing } from 'lit-html';
import { now } from '../../../browser/clock.ts';
import { shareAddress } from '../../../browser/room-address.ts';
import {
  answerOf,
  type Label,
  nameOfInterview,
  nextLabel,
  secondsOf,
} from '../../../domain/kit/interview.ts';
import { writeInterviewLink, writePlace } from '../../../domain/kit/kit-link.ts';
import { type FittingScores, nameOfRater, readPasted } from '../../../domain/kit/received.ts';
import type { InterviewRecord } from '../../../domain/progress/records.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { fieldsOf } from '../base/format.ts';
import { progressOf, ringView } from './parts.ts';
import type { Banner, KitRoom } from './room.ts';

/**
 * Shows the head of an open interview, on ink.
 * @param label the candidate whose scorecard is open
 */
export function headView(interview: InterviewRecord, label: Label | undefined, room: KitRoom) {
  const { kit } = room.context.paths;
  const { id } = interview;
  const first = interview.candidates[0]?.label ?? 'A';
  const score = writePlace(id, { view: 'score', label: label ?? first, question: 0 });
  const compare = writePlace(id, { view: 'compare' });
  return html`<div class="head">
      <h2><a class="back" href=${kit}>Interview kit</a> ${nameOfInterview(interview)}</h2>
      ${label === undefined ? nothing : clockView(interview, label)}
      ${ratersView(interview, label)}
      <div class="row head-buttons">
        ${unfoldButton('share', 'Share interview', room)} ${unfoldButton('add', 'Add scores', room)}
      </div>
      <nav class="views" aria-label="Views">
        <a href="${kit}#${score}" aria-current=${label === undefined ? nothing : 'page'}>Score</a>
        <a href="${kit}#${compare}" aria-current=${label === undefined ? 'page' : nothing}>Compare</a>
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

function clockView(interview: InterviewRecord, label: Label) {
  const candidate = interview.candidates.find((one) => one.label === label);
  const seconds = interview.questions.reduce(
    (sum, { code }) => sum + (candidate ? secondsOf(answerOf(candidate, code), now()) : 0),
    0,
  );
  return html`<p class="clock">
    <b>${clockText(seconds)}</b> <span class="note">of ${clockText(interview.minutes * 60)}</span>
  </p>`;
}

function ratersView(interview: InterviewRecord, label: Label | undefined) {
  const candidates = interview.candidates.filter(
    (one) => label === undefined || one.label === label,
  );
  const keys = new Set(candidates.flatMap(({ received }) => received.map(({ rater }) => rater)));
  const isHidden = label !== undefined && candidates[0]?.lockedAt === null;
  if (keys.size === 0) return nothing;
  const names = interview.raters.filter(({ key }) => keys.has(key));
  return html`<p class="raters">
    <span class="rater">You</span>
    ${names.map(({ key }) => html`<span class="rater">${nameOfRater(interview, key)}</span>`)}
    ${isHidden ? html`<span class="note">hidden until you lock</span>` : nothing}
  </p>`;
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
    <div class="row"><button class="primary">Add scores</button></div>
  </form>`;
}

function receive(
  text: string,
  interview: InterviewRecord,
  label: Label | undefined,
  room: KitRoom,
): void {
  const read = readPasted(text, interview);
  if ('problem' in read) {
    const { message, other } = read.problem;
    const address = other === undefined ? undefined : `${room.context.paths.kit}#${other}`;
    room.show({ tone: 'warning', title: message, ...(address ? { address } : {}) });
    return;
  }
  const strays = read.value.filter((scores) => isElsewhere(scores, interview, label));
  if (strays.length === 0) room.addAll(interview.id, read.value);
  else room.show(strayBanner(strays, read.value, interview, label, room));
}

/** True if scores are about a candidate who isn't the open one, or who isn't in the interview. */
function isElsewhere(
  scores: FittingScores,
  interview: InterviewRecord,
  label: Label | undefined,
): boolean {
  const isThere = interview.candidates.some((one) => one.label === scores.label);
  return !isThere || (label !== undefined && scores.label !== label);
}

function strayBanner(
  strays: readonly FittingScores[],
  all: readonly FittingScores[],
  interview: InterviewRecord,
  label: Label | undefined,
  room: KitRoom,
): Banner {
  const labels = [...new Set(strays.map((scores) => scores.label))].sort();
  const list = new Intl.ListFormat('en-US').format(labels);
  const candidates = `candidate${labels.length === 1 ? '' : 's'} ${list}`;
  const where =
    label === undefined
      ? 'Your interview doesn’t have this label.'
      : `You’re on candidate ${label}.`;
  return {
    tone: 'warning',
    title: `These scores are for ${candidates}. ${where}`,
    text: 'Nothing was added.',
    actions: [
      { label: `Add to ${candidates}`, run: () => room.addAll(interview.id, all) },
      { label: 'Don’t add', run: () => room.show(undefined) },
    ],
  };
}

export function bannerView(room: KitRoom) {
  const { banner } = room;
  const { title, text, tone, actions = [], address } = banner ?? {};
  return html`<div class="banner ${tone === 'warning' ? 'warn' : ''}" ?hidden=${banner === undefined}>
    <div role=${tone === 'warning' ? 'alert' : 'status'}>
      <p><b>${title}</b> ${text}</p>
    </div>
    ${address === undefined ? nothing : html`<a class="button" href=${address}>Open that interview</a>`}
    ${actions.map(({ label, run }) => html`<button type="button" @click=${run}>${label}</button>`)}
    ${
      banner !== undefined && actions.length < 2
        ? html`<button type="button" class="quiet" @click=${() => room.show(undefined)}>Dismiss</button>`
        : nothing
    }
  </div>`;
}

/** Shows the candidates as tabs, and a button that adds one. */
export function candidatesView(interview: InterviewRecord, label: Label, room: KitRoom) {
  const { kit } = room.context.paths;
  const next = nextLabel(interview);
  return html`<nav class="tabs" aria-label="Candidates">
    ${interview.candidates.map((candidate) => {
      const { scored, of } = progressOf(interview, candidate.label, room.context.questions);
      const place = { view: 'score', label: candidate.label, question: 0 } as const;
      const state = scored === 0 ? 'Not started' : `${scored} of ${of} scored`;
      return html`<a href="${kit}#${writePlace(interview.id, place)}"
        aria-current=${candidate.label === label ? 'page' : nothing}>
        ${ringView(interview, candidate.label, room)}
        <span>
          <b>${candidate.name.trim() || `Candidate ${candidate.label}`}</b>
          <small>${candidate.lockedAt === null ? state : 'Scores locked'}</small>
        </span>
      </a>`;
    })}
    ${
      next === undefined
        ? nothing
        : html`<button type="button" class="quiet" @click=${() =>
            room.nextCandidate(interview, interview.candidates.at(-1)?.label ?? 'A')}>
            + Add candidate
          </button>`
    }
  </nav>`;
}
