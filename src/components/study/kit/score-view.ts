import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { now } from '../../../browser/clock.ts';
import {
  type Answer,
  answerOf,
  type Candidate,
  candidateOf,
  canRemove,
  canUnlock,
  clearCandidate,
  codesOf,
  decidedIn,
  isBlank,
  isOpenForQuestions,
  type Label,
  lockCandidate,
  markAsked,
  moveTimer,
  nameCandidate,
  nextLabel,
  noteAnswer,
  removeCandidate,
  restoreCandidate,
  runningTimer,
  scoreAnswer,
  secondsOf,
  switchTimer,
  unlockCandidate,
} from '../../../domain/kit/interview.ts';
import { writePlace } from '../../../domain/kit/kit-link.ts';
import { describeGaps, totalOf } from '../../../domain/mock/scored-question.ts';
import { answererOf } from '../../../domain/mock/turns.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import {
  candidateLabels,
  type InterviewRecord,
  maxCandidateLength,
  maxNoteLength,
} from '../../../domain/progress/records.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { firstUnscored, rubricView } from '../base/criterion-view.ts';
import { counted, typedIn } from '../base/format.ts';
import { levelTile } from '../base/question-link.ts';
import { calibrationView } from './calibration-view.ts';
import { candidateRing, confirmDelete, headView } from './head-view.ts';
import { printView } from './print-view.ts';
import type { KitRoom, ScorePlace } from './room.ts';
import { scoresLinkView } from './share-view.ts';

interface Asked {
  readonly interview: InterviewRecord;
  readonly place: ScorePlace;
  readonly candidate: Candidate;
  readonly code: string;
  readonly question: StudyQuestion | undefined;
  readonly answer: Answer;
}

export function scoreView(
  interview: InterviewRecord,
  place: ScorePlace,
  room: KitRoom,
): TemplateResult {
  const asked = askedOf(interview, place, room);
  const { label } = place;
  return html`<div class="ink top">
      ${headView(interview, label, room)}
      <div class="candidates">${candidatesView(interview, label, room)} ${nameField(asked, room)}</div>
    </div>
    <div class="work">
      ${questionsView(asked, room)}
      <div class="heard">
        ${room.noticeAt('kit')} ${stateView(asked, room)} ${questionHead(asked, room)}
        ${room.unfolded === 'calibrate' ? calibrationView(asked, room) : isOwnCard(asked, room) ? ownCardView(asked, room) : scorecardView(asked, room)}
      </div>
      ${followUpsView(asked, room)} ${moreView(asked, room)}
    </div>
    ${totalsView(asked, room)}
    ${printView(interview, room, now())}`;
}

function candidatesView(interview: InterviewRecord, label: Label, room: KitRoom) {
  const last = interview.candidates.at(-1)?.label ?? 'A';
  const words = room.words(interview);
  const add = html`<button type="button" class="quiet" @click=${() => room.nextCandidate(interview, last)}>
    <span>+ Add<span class="long">${words.add.replace('Add', '')}</span></span>
  </button>`;
  return html`<nav class="tabs" aria-label=${words.isGroup ? 'People' : 'Candidates'}>
    ${interview.candidates.map((candidate) => {
      const { scored, of } = room.progress(interview, candidate.label);
      const place = room.placeOf(interview, candidate.label);
      const state = scored === 0 ? 'Not started' : `${scored} of ${of} scored`;
      return html`<a href="${room.context.paths.kit}#${writePlace(interview.id, place)}"
        aria-current=${candidate.label === label ? 'page' : nothing}>
        ${candidateRing(interview, candidate.label, room)}
        <span>
          <b>${candidate.name.trim() || words.title(candidate.label)}${candidate.name === room.me ? ' (you)' : ''}</b>
          <small>${candidate.lockedAt === null ? state : words.isLocked}</small>
        </span>
      </a>`;
    })}
    ${nextLabel(interview) === undefined ? nothing : add}
  </nav>`;
}

function askedOf(interview: InterviewRecord, place: ScorePlace, room: KitRoom): Asked {
  const candidate = candidateOf(interview, place.label) as Candidate;
  const code = codesOf(interview)[place.question] ?? '';
  const question = room.context.questions.get(code);
  return { interview, place, candidate, code, question, answer: answerOf(candidate, code) };
}

function questionsView({ interview, place, candidate }: Asked, room: KitRoom) {
  const { questions } = room.context;
  const words = room.words(interview);
  return html`<nav class="ask" aria-label="Questions">
    <strong aria-hidden="true">Ask</strong>
    <ol class="plain">
      ${codesOf(interview).map((code, index) => {
        const question = questions.get(code);
        const label = room.labelAt(interview, { label: place.label, question: index });
        const person = candidateOf(interview, label) ?? candidate;
        const answer = answerOf(person, code);
        const { mean } = totalOf(answer.scores);
        const decided = decidedIn(answer);
        const all = question?.criteria.length ?? answer.scores.length;
        const asked = question?.label ?? question?.title ?? `Question ${code}`;
        const name = words.isGroup ? `${words.title(label)}: ${asked}` : asked;
        return html`<li>
          <button type="button" aria-current=${index === place.question ? 'true' : nothing}
            @click=${() => moveOn(interview, place, index - place.question, room)}>
            ${question && levelTile(question.level)} <span class="name">${name}</span>
            <span class="mean">
              ${decided === 0 ? '–' : decided < all ? `${decided} of ${all}` : meanView(mean)}
              <span class="sr-only">, ${decided} of ${all} scored</span>
            </span>
          </button>
        </li>`;
      })}
    </ol>
  </nav>`;
}

function meanView(mean: number | null) {
  return mean === null ? 'n/a' : html`<span class="long">mean </span>${mean.toFixed(1)}`;
}

/**
 * Opens another question for the same candidate or, in a group, for the person who answers it. If
 * the timer is running, it moves to that question.
 */
export function moveOn(
  interview: InterviewRecord,
  { label, question }: ScorePlace,
  by: number,
  room: KitRoom,
): void {
  const target = question + by;
  const code = codesOf(interview)[target];
  if (code === undefined) return;
  const to = room.labelAt(interview, { label, question: target });
  const isTimed = to !== label && runningTimer(interview) !== undefined;
  room.clearMessage();
  if (room.unfolded === 'calibrate') room.unfolded = undefined;
  room.openPlace(interview.id, { view: 'score', label: to, question: target }, true);
  room.change(interview.id, isTimed ? switchTimer(to, code) : moveTimer(label, code));
}

/**
 * Shows the link with the scores once they are locked. Before that, says how many other people have
 * scored the candidate, if any have.
 */
function stateView({ interview, candidate, place }: Asked, room: KitRoom) {
  const { label } = place;
  const { length } = candidate.received;
  if (candidate.lockedAt !== null) return lockedView(interview, candidate, room);
  if (length === 0 || candidate.name === room.me) return nothing;
  return html`<p class="info">
    <strong>${counted(length, 'person has', 'people have')} scored ${room.words(interview).one(label)}.</strong> Score
    first, so their scores don’t sway you.
  </p>`;
}

function lockedView(interview: InterviewRecord, candidate: Candidate, room: KitRoom) {
  const { label } = candidate;
  const words = room.words(interview);
  const unlock = html`<button type="button" class="quiet"
    @click=${() => room.change(interview.id, unlockCandidate(label))}>
    ${words.unlock}
  </button>`;
  const share = html`<button type="button" @click=${() => room.openShare()}>Share scores</button>`;
  const { length } = candidate.received;
  const compare = html`<a class="button"
    href="${room.context.paths.kit}#${writePlace(interview.id, { view: 'compare' })}">
    Compare scores
  </a>`;
  // On the last scorecard, the bar has this link.
  const isLast = interview.candidates.at(-1)?.label === label;
  const seen = `You can now see the scores of ${counted(length, 'other person', 'other people')}.`;
  return html`<div class="ink panel row locked">
    <p tabindex="-1" data-focus-key="locked ${label}">
      <b>${words.locked(label)}</b>
      <span class="note">${canUnlock(candidate) ? words.mayUnlock : length > 0 ? seen : nothing}</span>
    </p>
    ${length > 0 && !isLast ? compare : nothing}
    ${room.setOf(interview) === undefined ? share : scoresLinkView(interview, candidate, room)}
    ${canUnlock(candidate) ? unlock : nothing}
  </div>`;
}

function questionHead(
  { interview, place, candidate, code, question, answer }: Asked,
  room: KitRoom,
) {
  const seconds = secondsOf(answer, now());
  const share = Math.round((interview.minutes * 60) / interview.questions.length);
  const isRunning = answer.clock.since !== null;
  const isPaused = !isRunning && answer.clock.spent > 0 && candidate.lockedAt === null;
  const set = room.setOf(interview);
  const answerer = set && answererOf(set, code);
  const button = html`<button type="button" @click=${() => startOrStop(interview, place, room)}>
    ${isRunning ? 'Pause' : isPaused ? 'Resume' : 'Start'}<span class="sr-only"> the timer</span>
  </button>`;
  return html`<div class="ink panel row question-head">
    <h3 tabindex="-1" data-focus-key="question ${place.label} ${code}">
      <span class="sr-only">Question ${place.question + 1} of ${interview.questions.length}: </span>
      ${question?.title ?? `The guide no longer has question ${code}.`}
      ${answerer === undefined ? nothing : html`<small>${answerer === room.me ? 'You answer' : `${answerer} answers`} this one.</small>`}
    </h3>
    <p class=${seconds > share ? 'over' : ''}>
      <span role="timer" class="numeral">${clockText(seconds)}</span>
      <small>
        ${isPaused ? 'Paused, ' : ''}${seconds > share ? `${clockText(seconds - share)} over` : `of ${clockText(share)} with follow-ups`}
      </small>
    </p>
    ${candidate.lockedAt === null ? button : nothing}
  </div>`;
}

export function startOrStop(
  { id, ...interview }: InterviewRecord,
  place: ScorePlace,
  room: KitRoom,
) {
  const code = interview.questions[place.question]?.code ?? '';
  room.change(id, switchTimer(place.label, code));
}

/** The rubric has what a strong answer covers, so it is folded while the reader answers. */
function ownCardView(asked: Asked, room: KitRoom) {
  const { interview, candidate, answer } = asked;
  const { length } = candidate.received;
  const compare = writePlace(interview.id, { view: 'compare' });
  const received = html`${counted(length, 'person has', 'people have')} scored you.
    <a href="${room.context.paths.kit}#${compare}">Compare scores</a>`;
  const isScored = answer.scores.some((score) => score !== null);
  return html`<p class="info">
      The others score this answer.
      ${length === 0 ? 'When they send you their scores, press “Add scores” and paste them.' : received}
    </p>
    <details class="own-card" ?open=${isScored}>
      <summary>Score yourself, too</summary>
      ${scorecardView(asked, room)}
    </details>`;
}

function scorecardView(asked: Asked, room: KitRoom) {
  const { interview, place, candidate, code, question, answer } = asked;
  const { label } = place;
  const criteria = question?.criteria ?? [];
  const type = (event: Event) =>
    room.interviews.type(interview.id, `${label} ${code}`, noteAnswer(label, code, typedIn(event)));
  return html`<div class="scorecard">
      ${criteria.length === 0 ? nothing : scaleView()}
      ${rubricView(
        {
          name: `card-${label}-${code}`,
          criteria,
          scores: answer.scores,
          notAssessed: answer.notAssessed,
          isLocked: candidate.lockedAt !== null,
          next: firstUnscored(criteria, answer.scores, answer.notAssessed),
        },
        (score, criterion) => room.change(interview.id, scoreAnswer(label, code, criterion, score)),
      )}
    </div>
    <label class="note-row">
      <span>Note</span>
      <textarea maxlength=${maxNoteLength} placeholder="What did they actually say?"
        .value=${live(answer.note)} @input=${type}></textarea>
    </label>`;
}

/** Says what the columns of the scorecard mean. Screen readers get this with each radio button. */
function scaleView() {
  const names = ['Weak', '1 to 3', 'Fair', '3 to 5', 'Strong', 'Not assessed'];
  return html`<div class="scale" aria-hidden="true">
    <span>Criterion</span>
    <div>${names.map((name) => html`<span>${name}</span>`)}</div>
    <p>1 is weak, 3 fair, and 5 strong. 2 and 4 are between. – means not assessed.</p>
  </div>`;
}

function followUpsView({ interview, place, code, question, answer }: Asked, room: KitRoom) {
  const probes = question?.probes ?? [];
  if (probes.length === 0) return nothing;
  const mark = (probe: number) => (event: Event) => {
    const isAsked = (event.target as HTMLInputElement).checked;
    room.change(interview.id, markAsked(place.label, code, probe, isAsked));
  };
  return html`<fieldset class="follow-ups">
    <legend>Then follow up</legend>
    <p class="sr-only">Check a question to see what a good reply covers.</p>
    ${probes.map(
      ({ ask, reply }, index) => html`<div>
        <label class="check">
          <input type="checkbox" .checked=${live(answer.asked?.includes(index) === true)} @change=${mark(index)} />
          <span>${ask}</span>
        </label>
        <p>${reply}</p>
      </div>`,
    )}
  </fieldset>`;
}

/** A group's people get their initials from its set. */
function nameField({ interview, candidate }: Asked, room: KitRoom) {
  const { label } = candidate;
  if (isInSet(interview, label, room)) return nothing;
  const name = room.words(interview).isGroup ? 'Initials' : `Name of candidate ${label}`;
  const rename = (event: Event) =>
    room.interviews.type(interview.id, `name ${label}`, nameCandidate(label, typedIn(event)));
  return html`<label class="field name-field">
    <span>${name} <small>(on this device only)</small></span>
    <input autocomplete="off" maxlength=${maxCandidateLength} .value=${live(candidate.name)} @input=${rename} />
  </label>`;
}

function moreView({ interview, candidate, question }: Asked, room: KitRoom) {
  const { label } = candidate;
  const words = room.words(interview);
  const isOfSet = isInSet(interview, label, room);
  const page = question && room.context.paths.question(question.slug);
  const calibrate = html`<button type="button" class="link" aria-expanded=${room.unfolded === 'calibrate'}
    @click=${() => room.unfold('calibrate')}>
    Calibrate: score two samples first
  </button>`;
  const edit = html`<button type="button" class="link" @click=${() => room.edit(interview)}>
    ${isOpenForQuestions(interview) ? 'Edit the questions' : 'Rename the interview'}
  </button>`;
  const deletion = html`<button type="button" class="link"
    @click=${() => void remove(interview, candidate, room)}>
    Delete ${isOfSet ? 'scores of ' : ''}${words.called(label)}
  </button>`;
  const canDelete = isOfSet ? !isBlank(candidate) : canRemove(interview);
  // The name of a group's interview comes from its set.
  return html`<div class="about-candidate stack">
    ${(question?.calibration ?? []).length === 0 ? nothing : calibrate}
    ${words.isGroup ? nothing : edit}
    ${page && html`<a href=${page} target="_blank" rel="noopener">Question page (new tab)</a>`}
    <button type="button" class="link" @click=${() => room.showShortcuts()}>Shortcuts</button>
    ${canDelete ? deletion : nothing}
  </div>`;
}

/** True if someone is in the set from which a group started the interview. */
function isInSet(interview: InterviewRecord, label: Label, room: KitRoom): boolean {
  const { people = [] } = room.setOf(interview) ?? {};
  const person = people[candidateLabels.indexOf(label)];
  return person !== undefined && person === candidateOf(interview, label)?.name;
}

async function remove(interview: InterviewRecord, candidate: Candidate, room: KitRoom) {
  const { label } = candidate;
  const words = room.words(interview);
  const set = isInSet(interview, label, room) ? room.setOf(interview) : undefined;
  const whom = words.called(label);
  const what = `your scores, notes, and times of ${whom}, and those of others`;
  const title = `Delete ${set === undefined ? '' : 'scores of '}${whom}?`;
  const goesAhead = isBlank(candidate) || (await confirmDelete(room, interview, title, what));
  if (!goesAhead) return;
  room.change(interview.id, set === undefined ? removeCandidate(label) : clearCandidate(label));
  const first = room.interviews.get(interview.id)?.candidates[0]?.label ?? 'A';
  const after = room.interviews.get(interview.id) ?? interview;
  room.openPlace(interview.id, room.placeOf(after, set === undefined ? first : label));
  const undo = () => {
    room.change(interview.id, restoreCandidate(candidate, interview));
    room.openPlace(interview.id, room.placeOf(interview, label));
  };
  const done =
    set === undefined
      ? `${words.calledTitle(label)} was deleted.`
      : `Scores of ${whom} were deleted.`;
  const isFull = set === undefined && nextLabel(after) === undefined;
  const full = isFull ? ` All six labels are used, so you can’t add another ${words.noun}.` : '';
  room.say(`${done}${full}`, { label: 'Undo', run: undo });
}

function totalsView(asked: Asked, room: KitRoom) {
  const { interview, place, candidate } = asked;
  const { label } = place;
  const words = room.words(interview);
  const { scored, of } = room.progress(interview, label);
  const { mean } = totalOf(candidate.answers.flatMap(({ scores }) => scores));
  const isLocked = candidate.lockedAt !== null;
  const isSettled = isLocked || (scored === 0 && isOwnCard(asked, room));
  const isDone = scored === of && !hasOthersToScore(asked, room);
  const hasNext = place.question + 1 < interview.questions.length;
  const isLast = interview.candidates.at(-1)?.label === label;
  const look = (isMain: boolean) => (isMain ? 'primary' : 'second');
  const next = html`<button type="button" class=${look(!isLocked && !isDone)} data-next-question
    @click=${() => moveOn(interview, place, 1, room)}>
    Next question
  </button>`;
  const lock = html`<button type="button" class=${look(isDone || !hasNext)} @click=${() => void askToLock(asked, room)}>
    ${words.lock(label)}
  </button>`;
  const compare = html`<a class="button ${look(isLocked || !hasNext)}"
    href="${room.context.paths.kit}#${writePlace(interview.id, { view: 'compare' })}">
    Compare scores
  </a>`;
  const nextCandidate = html`<button type="button" class=${look(isLocked)}
    @click=${() => room.nextCandidate(interview, label)}>
    ${words.next}
  </button>`;
  const first = isLast && isSettled ? compare : nothing;
  const hasNextPerson = !isLast && (isLocked || !words.isGroup);
  return html`<div class="ink dock row" role="region" aria-label="Totals">
    ${mean === null ? nothing : html`<span class="numeral">${mean.toFixed(1)}</span>`}
    <p>
      <b>${candidate.name.trim() || words.title(label)}</b>
      <small>
        ${scored} of ${of} scored, ${timeText(asked, room)}
      </small>
    </p>
    <span class="row push">
      ${hasNextPerson ? nextCandidate : first} ${isSettled ? nothing : lock}
      ${hasNext ? next : nothing}
    </span>
  </div>`;
}

/** Returns the time that someone has used, such as "4:10 of 12:00, paused". */
function timeText({ interview, candidate }: Asked, room: KitRoom): string {
  const seconds = interview.questions.reduce(
    (sum, { code }) => sum + secondsOf(answerOf(candidate, code), now()),
    0,
  );
  const share = room.codesOf(interview, candidate.label).length / interview.questions.length;
  const isPaused =
    candidate.lockedAt === null &&
    candidate.answers.some(({ clock }) => clock.spent > 0) &&
    runningTimer(interview) === undefined;
  return `${clockText(seconds)} of ${clockText(Math.round(interview.minutes * 60 * share))}${isPaused ? ', paused' : ''}`;
}

/** True if a question further on is about someone else whose answer isn't scored yet. */
function hasOthersToScore({ interview, place }: Asked, room: KitRoom): boolean {
  return codesOf(interview).some((code, question) => {
    const label = room.labelAt(interview, { label: place.label, question });
    const person = candidateOf(interview, label);
    return (
      question > place.question &&
      person !== undefined &&
      person.label !== place.label &&
      person.name !== room.me &&
      answerOf(person, code).scores.every((score) => score === null)
    );
  });
}

/** True on the reader's own card, for a question that they answer in their group. */
function isOwnCard({ interview, candidate }: Asked, room: KitRoom): boolean {
  return room.setOf(interview) !== undefined && candidate.name !== '' && candidate.name === room.me;
}

/**
 * Locks the reader's scores of a candidate. If some are missing, or if they can't be unlocked,
 * asks first. Returns true if they are locked.
 */
export async function askToLock(
  { interview, candidate }: Pick<Asked, 'interview' | 'candidate'>,
  room: KitRoom,
): Promise<boolean> {
  const { label } = candidate;
  const questions = codesOf(interview).map((code) => answerOf(candidate, code));
  const words = room.words(interview);
  const expected = room.codesOf(interview, label);
  const gaps = describeGaps(questions, room.context.questions, (code) => expected.includes(code));
  const isFinal = candidate.received.length > 0;
  if (gaps.length > 0 || isFinal) {
    const undo = isFinal ? words.mayNotUnlock : words.mayUnlock;
    const missing =
      gaps.length === 0
        ? []
        : ['What isn’t scored counts as not assessed, never as zero.', ...gaps];
    const sentences = isFinal ? [undo, ...missing] : [...missing, undo];
    if ((await room.confirm(words.askToLock(label), sentences, words.lock(label))) === undefined)
      return false;
  }
  room.unfolded = undefined;
  room.change(interview.id, lockCandidate(label));
  return true;
}
