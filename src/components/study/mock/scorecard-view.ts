import '../base/share-link.ts';
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { now } from '../../../browser/clock.ts';
import { shareAddress } from '../../../browser/mock-address.ts';
import { titleOfCard } from '../../../domain/mock/scorecard.ts';
import {
  type CardQuestion,
  compareSamples,
  lockCard,
  maxCandidateLength,
  maxNoteLength,
  nameCandidate,
  noteOnCard,
  type ScorecardRun,
  scoredOnCard,
  scoreOnCard,
  scoreSample,
  switchTimer,
} from '../../../domain/mock/scorecard-run.ts';
import {
  describeTotal,
  notAssessed,
  type ScoredQuestion,
  totalOf,
} from '../../../domain/mock/scored-question.ts';
import { leniencyText, meanAbove } from '../../../domain/practice/leniency.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import type { Score } from '../../../domain/progress/records.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { compareWithGuide, rubricView } from '../base/criterion-view.ts';
import { counted, typedIn } from '../base/format.ts';
import { levelTag } from '../base/question-link.ts';
import { tableHead } from '../base/table-head.ts';
import { confirmLock, shortcutsButton } from './asking-view.ts';
import { compareTitle, compareView } from './compare-view.ts';
import { keyOfScreen, type MockScreen, type OpenMock } from './mock-screen.ts';
import type { Room } from './room.ts';
import { storageView } from './storage-view.ts';

interface Card {
  readonly open: OpenMock;
  readonly card: ScorecardRun;
  readonly scored: readonly ScoredQuestion[];
  readonly address: string;
}

export function scorecardView(screen: Extract<MockScreen, { name: 'scorecard' }>, room: Room) {
  const { open } = screen;
  const card = room.interviewer.cardOf(open);
  const scored = scoredOnCard(card, now());
  const address = shareAddress(room.context.paths.mock, open.link);
  const state = { open, card, scored, address };
  return html`${storageView('scorecard', room.interviewer.stored)}
    <div class="scorecard stack">
      <h2 tabindex="-1" data-focus-key=${keyOfScreen(screen)}>
        <span class="no-print">Scorecard</span><span class="printed-line">${titleOfCard(card)}</span>
      </h2>
      <p class="printed">Total: ${totalText(card)}. ${address}</p>
      ${introView(state, room)}
      ${card.questions.map((entry, place) => cardQuestionView(entry, place, state, room))}
      ${saveView(state, room)}
      <div class="no-print">
        ${card.isLocked ? compareView(card.link, scored, room) : lockView(open, card, room)}
      </div>
    </div>`;
}

/** Moves the focus to a heading at the top of the window. */
export function goToHeading(heading: HTMLElement | null | undefined): void {
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView();
}

function totalText(card: ScorecardRun): string {
  return describeTotal(totalOf(card.questions.flatMap(({ scores }) => scores)));
}

function introView({ open, card, scored, address }: Card, room: Room) {
  const { questions } = room.context;
  const name = (event: Event) =>
    room.interviewer.change(open, (card) => nameCandidate(card, typedIn(event)));
  const focus = (code: string) => () =>
    goToHeading(document.querySelector<HTMLElement>(`[data-question="${code}"] h3`));
  return html`<div class="stack no-print">
    <p>
      Everything here stays on this device. Anything you don’t score counts as not assessed, never as zero.
    </p>
    ${open.problems.map((problem) => html`<p class="warning">${problem}</p>`)}
    <label class="field name">
      Candidate name (optional)
      <input autocomplete="off" maxlength=${maxCandidateLength} aria-describedby="name-hint"
        .value=${live(card.candidate)} @input=${name} />
    </label>
    <p class="note" id="name-hint">
      Appears on printouts and saved files, never in links or score codes.
    </p>
    <ol class="plain lines overview">
      ${card.questions.map((entry, place) => {
        const question = questions.get(entry.code);
        return html`<li>
          <button type="button" class="quiet" @click=${focus(entry.code)}>
            ${place + 1}. ${question?.title ?? `Question ${entry.code}`}
          </button>
          <span class="note">
            ${scoredText(entry, question?.criteria.length ?? entry.scores.length)},
            ${clockText(scored[place]?.seconds ?? 0)}
          </span>
        </li>`;
      })}
    </ol>
    ${card.isLocked ? html`<p class="good">The scores are locked. You can still edit notes.</p>` : nothing}
    <div class="row">
      <share-link data-address=${address} data-name="the candidate’s page"></share-link>
      ${shortcutsButton(room)}
    </div>
  </div>`;
}

function saveView({ open, card, address }: Card, room: Room) {
  const { interviewer, host } = room;
  const clear = async (): Promise<void> => {
    const text =
      'This deletes all scores, notes, times, and the candidate name. You cannot undo this.';
    const answer = await host.confirm('Delete the scorecard?', [text], 'Delete scorecard');
    if (answer === undefined) return;
    interviewer.clear();
    host.focusOn('h2[tabindex]');
  };
  return html`<section class="save stack no-print">
    <h2 tabindex="-1">Save the scorecard</h2>
    <p>Total: ${totalText(card)}</p>
    <div class="row">
      <button type="button" @click=${() => window.print()}>Print</button>
      <button type="button" @click=${() => interviewer.save(open, address, 'md')}>
        Save as Markdown
      </button>
      <button type="button" @click=${() => interviewer.save(open, address, 'csv')}>Save as CSV</button>
      <button type="button" class="push" @click=${() => void clear()}>Delete scorecard</button>
    </div>
  </section>`;
}

function lockView(open: OpenMock, card: ScorecardRun, room: Room) {
  const waiting = room.comparing.of(card.link).length;
  const shared = counted(waiting, 'person has', 'people have');
  return html`<section class="panel main stack">
    <h2>${compareTitle}</h2>
    <p>
      Score first, then compare. Lock your scores to get a link you can share and to see someone
      else’s scores next to yours. You can’t change locked scores, but you can still edit notes.
    </p>
    ${waiting === 0 ? nothing : html`<p>${shared} shared scores with you.</p>`}
    <p>
      <button type="button" class="primary" @click=${() => void lock(open, card, room)}>
        Lock my scores
      </button>
    </p>
  </section>`;
}

async function lock(open: OpenMock, { questions }: ScorecardRun, room: Room): Promise<void> {
  if (!(await confirmLock(questions, room))) return;
  room.interviewer.change(open, lockCard);
  room.host.focusOn('.compare h2');
}

function cardQuestionView(entry: CardQuestion, place: number, state: Card, room: Room) {
  const { open, card } = state;
  const { isLocked } = card;
  const { code, scores } = entry;
  const { questions, paths } = room.context;
  const question = questions.get(code);
  const gone = html`<p class="note">
    The guide no longer has this question. Its scores and your note are saved.
  </p>`;
  const about =
    question &&
    html`<p class="about note no-print">
      ${levelTag(question.level)}
      <a href=${paths.question(question.slug)} target="_blank" rel="noopener"
        >Open the question page (new tab)</a
      >
    </p>`;
  return html`<section class="card-question stack" data-question=${code}>
    <h3 tabindex="-1">${place + 1}. ${question?.title ?? `Question ${code}`}</h3>
    ${about ?? gone} ${timerView(entry, place, state, room)}
    ${question && !isLocked ? calibrationView(open, entry, question, room) : nothing}
    ${rubricView(
      { name: `card-${code}`, criteria: question?.criteria ?? [], scores, isLocked },
      (score, index) =>
        room.interviewer.change(open, (card) => scoreOnCard(card, code, index, score)),
    )}
    ${followUpsView(question)} ${noteView(entry, open, room)}
  </section>`;
}

function timerView(
  { code, clock, scores }: CardQuestion,
  place: number,
  { open, card: { isLocked }, scored }: Card,
  { interviewer }: Room,
) {
  const time = clockText(scored[place]?.seconds ?? 0);
  const inAll = scored.reduce((sum, { seconds }) => sum + seconds, 0);
  const action = clock.since === null ? 'Start timer' : 'Stop timer';
  const turn = () => interviewer.change(open, (card, now) => switchTimer(card, code, now));
  return html`<div class="row timer ink">
    <span>
      ${describeTotal(totalOf(scores))}<span class="printed-line">, ${time}</span>
      <br /><span class="note no-print">
        ${clockText(inAll)} of ${clockText(open.mock.minutes * 60)} in all
      </span>
    </span>
    <span class="push row">
      <span role="timer" class="seconds no-print">${time}</span>
      <button type="button" ?disabled=${isLocked} @click=${turn}>
        ${action}<span class="sr-only"> for question ${place + 1}</span>
      </button>
    </span>
  </div>`;
}

function followUpsView(question: StudyQuestion | undefined) {
  if (question === undefined || question.probes.length === 0) return nothing;
  return html`<details class="no-print">
    <summary>Follow-up questions (${question.probes.length})</summary>
    <dl class="probes">
      ${question.probes.map(
        ({ ask, reply }) => html`<div>
          <dt>${ask}</dt>
          <dd>${reply}</dd>
        </div>`,
      )}
    </dl>
  </details>`;
}

function noteView({ code, note }: CardQuestion, open: OpenMock, { interviewer }: Room) {
  const type = (event: Event) =>
    interviewer.change(open, (card) => noteOnCard(card, code, typedIn(event)));
  return html`<label class="field no-print">
      Notes
      <textarea maxlength=${maxNoteLength} .value=${live(note)} @input=${type}></textarea>
    </label>
    ${note === '' ? nothing : html`<p class="printed own-note">${note}</p>`}`;
}

function scoredText(entry: CardQuestion, criteria: number): string {
  const assessed = entry.scores.filter((score) => score !== null).length;
  return assessed === 0 ? notAssessed : `${assessed} of ${criteria} scored`;
}

type Sample = NonNullable<StudyQuestion['calibration']>[number];

function calibrationView(
  open: OpenMock,
  { code, samples }: CardQuestion,
  { calibration = [], criteria }: StudyQuestion,
  { interviewer, openSamples, host }: Room,
) {
  if (calibration.length === 0) return nothing;
  const isCompared = calibration.every((_, sample) => samples?.[sample]?.isCompared === true);
  const own = calibration.map((_, sample) =>
    criteria.map((_, criterion) => samples?.[sample]?.scores[criterion] ?? null),
  );
  const isOpen = openSamples.has(code);
  const toggle = ({ target }: Event) => {
    if ((target as HTMLDetailsElement).open) openSamples.add(code);
    else openSamples.delete(code);
    host.update();
  };
  const compare = () =>
    interviewer.change(open, (card) => compareSamples(card, code, calibration.length));
  const sampleView = ({ answer }: Sample, place: number) =>
    html`<section class="stack" data-question="${code} sample ${place + 1}">
      <h4>Answer ${'AB'[place] ?? place + 1}</h4>
      <blockquote>${answer}</blockquote>
      ${rubricView(
        { name: `sample-${code}-${place}`, criteria, scores: own[place] ?? [] },
        (score, criterion) => {
          const at = { sample: place, criterion };
          interviewer.change(open, (card) => scoreSample(card, code, at, score));
        },
      )}
    </section>`;
  const samplesView = () => html`<div class="stack">
    <p class="note">Two sample answers to this question. The guide’s scores stay hidden until you compare.</p>
    ${calibration.map(sampleView)}
    <div class="row">
      <button type="button" class="primary" @click=${compare}>${compareWithGuide}</button>
      ${own.flat().includes(null) ? html`<p class="note">${notAllCompared}</p>` : nothing}
    </div>
  </div>`;
  const scored = calibration.flatMap(({ scores }, answer) => {
    const guide = scores.map(({ score }) => score);
    const above = meanAbove(own[answer] ?? [], guide);
    return above === null ? [] : [{ code, answer, above }];
  });
  const resultView = () => html`<div class="stack">
    ${calibration.map((sample, place) => comparedView(sample, place, own[place] ?? [], criteria))}
    <p role="status" class="good">
      ${leniencyText(scored) ?? 'You haven’t scored any criteria, so there’s nothing to compare.'}
    </p>
  </div>`;
  return html`<details class="panel calibration no-print" ?open=${isOpen} @toggle=${toggle}>
    <summary>
      Calibrate: ${isCompared ? 'see how you scored' : 'score two samples, then compare'}
    </summary>
    ${isOpen ? (isCompared ? resultView() : samplesView()) : nothing}
  </details>`;
}

const notAllCompared = 'Criteria without a score won’t be compared.';

function comparedView(
  { title, answer, scores }: Sample,
  place: number,
  own: readonly Score[],
  criteria: StudyQuestion['criteria'],
) {
  return html`<section class="stack">
    <h4>Answer ${'AB'[place] ?? place + 1}: ${title}</h4>
    <blockquote>${answer}</blockquote>
    <table>
      ${tableHead('Criterion', ['You', 'Guide'])}
      <tbody>
        ${scores.map(({ score, why }, index) => {
          const given = own[index] ?? null;
          const isApart = given !== null && Math.abs(given - score) >= 2;
          return html`<tr class=${isApart ? 'apart' : ''}>
            <th scope="row">
              ${criteria[index]?.criterion} <span class="note">${why}</span>
            </th>
            <td class="number">${given ?? html`<span aria-label=${notAssessed}>–</span>`}</td>
            <td class="number">${score}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </section>`;
}
