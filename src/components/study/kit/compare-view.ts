import { html, nothing, svg, type TemplateResult } from 'lit-html';
import { now } from '../../../browser/clock.ts';
import {
  type ComparedCandidate,
  type Comparison,
  compareInterview,
  type Difference,
  largeDifference,
} from '../../../domain/kit/comparison.ts';
import { type Label, nameOfInterview, nameRater } from '../../../domain/kit/interview.ts';
import { writePlace } from '../../../domain/kit/kit-link.ts';
import type { PeopleWords } from '../../../domain/kit/people-words.ts';
import { removeScores, restoreReceived } from '../../../domain/kit/received.ts';
import { totalOf } from '../../../domain/mock/scored-question.ts';
import { type InterviewRecord, maxRaterNameLength } from '../../../domain/progress/records.ts';
import { listOf } from '../../../lib/text.ts';
import { foldedList } from '../base/folded-list.ts';
import { counted, typedIn } from '../base/format.ts';
import { confirmDelete, headView } from './head-view.ts';
import { printView } from './print-view.ts';
import type { KitRoom } from './room.ts';
import { askToLock } from './score-view.ts';

/** The largest difference that raters don't have to discuss, as text. */
const closeEnough = counted(largeDifference - 1, 'point');

export function compareView(interview: InterviewRecord, room: KitRoom): TemplateResult {
  const comparison = compareInterview(interview, now(), room.setOf(interview) && room.me);
  const words = room.words(interview);
  const { title, text } = headline(comparison, words);
  const { length } = interview.candidates;
  return html`<div class="ink top">
      ${headView(interview, undefined, room)}
      <div class="row end lead">
        <div role="status">
          <p class="said" tabindex="-1" data-focus-key="compare ${interview.id}">${title}</p>
          <p class="note">${text}</p>
        </div>
        ${comparison.compared === 0 ? lockStep(interview, room) : nothing}
        <button type="button" @click=${() => window.print()}>
          Print ${counted(length, 'scorecard')}
        </button>
      </div>
    </div>
    <div class="stack below">
      ${room.noticeAt('kit')}
      <div class="comparison">
        <section aria-label="Scores">
          ${gridView(interview, comparison, room)} ${cellView(comparison, words, room)}
          ${meansView(comparison, words)}
        </section>
        ${differencesView(comparison, words, room)}
      </div>
      ${ratersView(interview, room)} ${filesView(interview, room)}
    </div>
    ${printView(interview, room, now())}`;
}

function headline({ candidates, differences, compared }: Comparison, words: PeopleWords) {
  const raters = [...new Set(candidates.flatMap((candidate) => candidate.raters))];
  const hidden = candidates.filter((candidate) => candidate.hidden > 0);
  const waiting =
    hidden.length === 0
      ? ''
      : `Scores of ${words.calledAll(hidden.map(({ label }) => label))} are hidden until you ${words.isGroup ? 'finish' : 'lock'} yours.`;
  const others = raters.filter((name) => name !== 'You');
  if (compared === 0)
    return {
      title:
        others.length === 0 ? 'Only your scores so far' : `You have scores from ${listOf(others)}`,
      text: waiting || (words.isGroup ? howGroupsCompare : howToCompare),
    };
  const who = raters.includes('You')
    ? `You and ${others.length === 1 ? others[0]?.replace(/^Rater (?=\d+$)/, 'rater ') : `${others.length} others`}`
    : `${raters.length} raters`;
  const { length } = differences;
  const criteria = (count: number) => counted(count, 'criterion', 'criteria');
  if (length === 0) {
    const text = `On all ${criteria(compared)} that two of you scored. ${waiting}`;
    return { title: `${who} agree within ${closeEnough}`, text };
  }
  const about = words.calledAll(differences.map(({ label }) => label));
  return {
    title: html`${who} differ on <em>${criteria(length)}</em>: talk about ${length === 1 ? 'it' : 'these'}`,
    text: `About ${about}. You’re within ${closeEnough} on the other ${compared - length} that two of you scored. ${waiting}`,
  };
}

const howToCompare =
  'Lock your scores of a candidate, and then send them. When your colleagues send theirs, open “Share” and paste them.';

const howGroupsCompare =
  'When you finish scoring someone, you get a link with your scores. Send it to your group. When the others send theirs, press “Add scores” and paste them.';

/**
 * Returns a button that locks the scores of a candidate and opens the scorecard, which has the link
 * to send. Of the candidates with unlocked scores, it is the one with the fewest criteria left. If
 * there is no such candidate, returns the step for sending scores.
 */
function lockStep(interview: InterviewRecord, room: KitRoom) {
  const [candidate] = interview.candidates
    .filter(({ lockedAt }) => lockedAt === null)
    .map((one) => ({ ...one, ...room.progress(interview, one.label) }))
    .filter(({ scored }) => scored > 0)
    .toSorted((a, b) => a.of - a.scored - (b.of - b.scored));
  if (candidate === undefined) return sendStep(interview, room);
  const { label } = candidate;
  const words = room.words(interview);
  const lock = async () => {
    if (!(await askToLock({ interview, candidate }, room))) return;
    room.openPlace(interview.id, room.placeOf(interview, label));
  };
  return html`<button type="button" class="primary" @click=${() => void lock()}>
    ${words.isGroup ? words.lock(label) : `Lock scores of ${words.called(label)}`}
  </button>`;
}

/** Leads to the link with the scores of the first candidate whose scores are locked, if any. */
function sendStep(interview: InterviewRecord, room: KitRoom) {
  const locked = interview.candidates.find(({ lockedAt }) => lockedAt !== null);
  if (locked === undefined) return nothing;
  const { context } = room;
  if (room.setOf(interview) === undefined) {
    return html`<button type="button" class="primary" @click=${() => room.openShare()}>Share scores</button>`;
  }
  const place = writePlace(interview.id, room.placeOf(interview, locked.label));
  return html`<a class="button primary" href="${context.paths.kit}#${place}">
    Send scores of ${room.words(interview).called(locked.label)}
  </a>`;
}

function gridView(
  interview: InterviewRecord,
  { candidates, differences: all }: Comparison,
  room: KitRoom,
) {
  const { questions, paths } = room.context;
  const shortOf = (code: string) =>
    questions.get(code)?.label ?? questions.get(code)?.title ?? code;
  const criteriaIn = (code: string) => questions.get(code)?.criteria.length ?? 0;
  /** If not everything is scored, says how much is. */
  const partOf = (cells: ComparedCandidate['cells']) => {
    const answered = cells.filter(({ mean }) => mean !== null).length;
    if (answered < cells.length) {
      return html`${answered} of ${cells.length}<span class="long"> questions</span>`;
    }
    const scored = cells.reduce((sum, one) => sum + one.scored, 0);
    const all = cells.reduce((sum, { code }) => sum + criteriaIn(code), 0);
    return scored < all ? html`${scored} of ${all}<span class="long"> criteria</span>` : nothing;
  };
  const words = room.words(interview);
  const cell = (
    { label }: ComparedCandidate,
    { code, mean, scored, differences }: ComparedCandidate['cells'][number],
  ) => {
    if (mean === null)
      return html`<td><span class="none">–<span class="sr-only">Not scored</span></span></td>`;
    const all = criteriaIn(code);
    const part = scored < all ? `${scored} of ${all}` : '';
    const isOpen = room.cell?.label === label && room.cell.code === code;
    const spoken = `${words.full(label)}, ${shortOf(code)}: ${mean.toFixed(1)}${part ? `, ${part} criteria` : ''}`;
    const flag =
      differences === 0
        ? ''
        : `, raters differ on ${counted(differences, 'criterion', 'criteria')}`;
    return html`<td>
      <button type="button" aria-pressed=${isOpen} aria-label=${spoken + flag}
        .style="--share: ${Math.max(0, Math.round((mean - 2) * 20))}%" @click=${() => {
          room.cell = { label, code };
          room.update();
        }}>
        ${mean.toFixed(1)} ${part === '' ? nothing : html`<small>${part}<span class="long"> criteria</span></small>`}
        ${differences === 0 ? nothing : html`<i class="dot fair"></i>`}
      </button>
    </td>`;
  };
  const row = (candidate: ComparedCandidate) => {
    const { label, name, raters, hidden, cells, mean } = candidate;
    const fragment = writePlace(interview.id, room.placeOf(interview, label));
    const by = listOf(raters.map((rater) => (rater === 'You' ? 'you' : rater)));
    const state = hidden > 0 ? `${hidden} hidden` : by && `by ${by}`;
    return html`<tr>
      <th scope="row">
        <a href="${paths.kit}#${fragment}"
          >${name.trim() || html`<span class="long">${words.isGroup ? 'Person' : 'Candidate'} </span>${label}`}</a>
        <small>${state || 'Not scored'}</small>
      </th>
      ${cells.map((one) => cell(candidate, one))}
      <td class="mean">
        ${mean === null ? '–' : html`<span class="numeral">${mean.toFixed(1)}</span>`}
        <small>${mean === null ? nothing : partOf(cells)}</small>
      </td>
    </tr>`;
  };
  return html`<div class="grid-scroll" tabindex="0" role="group" aria-label="Mean scores by question">
      <table class="grid">
        <thead>
          <tr>
            <td></td>
            ${interview.questions.map(
              ({ code }, place) => html`<th scope="col">
                <span class="long">${shortOf(code)}</span>
                <span class="tight" aria-hidden="true">Q${place + 1}</span>
              </th>`,
            )}
            <th scope="col">Mean</th>
          </tr>
        </thead>
        <tbody>${candidates.map(row)}</tbody>
      </table>
    </div>
    <p class="note">
      ${all.length === 0 ? nothing : html`<i class="dot fair"></i> Raters differ by ${largeDifference} or more.`}
      Press a score to read the notes.
      <span class="tight">A count below a number, such as “2 of 5,” says how much is scored.</span>
    </p>`;
}

/** Shows whom each rater prefers. If nobody has several raters, returns nothing. */
function meansView({ candidates }: Comparison, words: PeopleWords) {
  const shown = candidates.filter(({ means }) => means.length > 0);
  if (shown.every(({ means }) => means.length < 2)) return nothing;
  const raters = [...new Set(shown.flatMap(({ means }) => means.map(({ name }) => name)))];
  const cell = ({ means }: ComparedCandidate, rater: string) => {
    const mean = means.find(({ name }) => name === rater)?.mean;
    return mean?.toFixed(1) ?? html`–<span class="sr-only">No scores shown</span>`;
  };
  return html`<div class="grid-scroll" tabindex="0" role="group" aria-label="Mean of each rater">
    <table class="rater-means">
      <thead>
        <tr>
          <th scope="col">Mean of each rater</th>
          ${shown.map(({ label }) => html`<th scope="col">${words.calledTitle(label)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${raters.map(
          (rater) => html`<tr>
            <th scope="row">${rater}</th>
            ${shown.map((candidate) => html`<td>${cell(candidate, rater)}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function cellView({ candidates }: Comparison, words: PeopleWords, { cell, context }: KitRoom) {
  const candidate = candidates.find(({ label }) => label === cell?.label);
  const open = candidate?.cells.find(({ code }) => code === cell?.code);
  const title = context.questions.get(open?.code ?? '')?.title ?? open?.code;
  const notes = (open?.raters ?? []).map(({ name, scores, note }) => ({
    name,
    score: totalOf(scores).mean?.toFixed(1),
    note,
  }));
  return html`<div aria-live="polite">
    ${
      candidate === undefined || open === undefined
        ? nothing
        : html`<div class="panel"><h3>${words.full(candidate.label)}. ${title}</h3>${notesView(notes)}</div>`
    }
  </div>`;
}

function notesView(
  raters: readonly { readonly name: string; readonly score: unknown; readonly note: string }[],
) {
  return html`<dl class="rater-notes">
    ${raters.map(({ name, score, note }) => {
      return html`<div>
        <dt>${name} <b>${score}</b></dt>
        <dd>${note.trim() || html`<span class="note">No note</span>`}</dd>
      </div>`;
    })}
  </dl>`;
}

function differencesView({ differences }: Comparison, words: PeopleWords, room: KitRoom) {
  if (differences.length === 0) return nothing;
  const { questions } = room.context;
  const hasNotes = ({ raters }: Difference) => raters.some(({ note }) => note.trim() !== '');
  const view = (one: Difference) => {
    const { label, code, criterion } = one;
    const question = questions.get(code);
    const name = question?.criteria[criterion]?.criterion ?? `Criterion ${criterion + 1}`;
    return html`<li class="panel">
        <h3>${name}</h3>
        <p class="note">${words.calledTitle(label)}, ${question?.label ?? question?.title ?? code}</p>
        ${lineView(one)} ${hasNotes(one) ? notesView(one.raters) : nothing}
      </li>`;
  };
  const look = { look: 'stack talk', noun: 'more difference' };
  const hint = html`<p class="note">Nobody sent notes about these.</p>`;
  return html`<section class="stack" aria-label="What to talk about">
    ${differences.some(hasNotes) ? nothing : hint}
    ${foldedList(differences, 5, view, look)}
  </section>`;
}

/** Draws the raters' scores on a line from 1 to 5. Raters with the same score share a mark. */
function lineView({ raters }: Difference) {
  const x = (score: number) => 8 + (score - 1) * 76;
  const scores = [...new Set(raters.map(({ score }) => score))].sort();
  const [low = 1, high = 5] = [scores[0], scores.at(-1)];
  const yours = raters.find(({ name }) => name === 'You')?.score;
  const words = raters.map(({ name, score }) => `${name}: ${score}`).join(', ');
  const mark = (score: number) => {
    const names = raters.filter((rater) => rater.score === score).map(({ name }) => name);
    const side = score === 1 ? 'start' : score === 5 ? 'end' : 'middle';
    const at = score === 1 ? 0 : score === 5 ? 320 : x(score);
    return svg`<circle class=${score === yours ? 'own' : ''} cx=${x(score)} cy="26" r="6" />
      <text x=${at} y="12" text-anchor=${side}>${names.join(', ')}: ${score}</text>`;
  };
  return html`<svg class="line" viewBox="0 0 320 34" role="img" aria-label=${words}>
    <path class="rail" d="M8 26H312" />
    <path class="gap" d="M${x(low)} 26H${x(high)}" />
    ${scores.map(mark)}
  </svg>`;
}

function ratersView(interview: InterviewRecord, room: KitRoom) {
  const shared = interview.candidates.flatMap(({ label, received }) =>
    received.map(({ rater }) => ({ label, rater })),
  );
  if (shared.length === 0) return nothing;
  const words = room.words(interview);
  const raters = interview.raters.filter(({ key }) => shared.some(({ rater }) => rater === key));
  return html`<details class="no-print">
    <summary>Names of raters, and scores to remove</summary>
    <fieldset class="stack">
      <legend>Names stay on this device</legend>
      ${raters.map(({ key, name }) => {
        const number = interview.raters.findIndex((rater) => rater.key === key) + 2;
        const rename = (event: Event) => room.change(interview.id, nameRater(key, typedIn(event)));
        const theirs = shared.filter(({ rater }) => rater === key);
        return html`<div class="row">
          <input aria-label="Name of rater ${number}" autocomplete="off" maxlength=${maxRaterNameLength}
            placeholder="Rater ${number}" .value=${name} @change=${rename} />
          ${theirs.map(
            ({
              label,
            }) => html`<button type="button" @click=${() => removeShared(interview, label, key, room)}>
              Remove scores of ${words.one(label)}<span class="sr-only"> from rater ${number}</span>
            </button>`,
          )}
        </div>`;
      })}
    </fieldset>
  </details>`;
}

function removeShared(interview: InterviewRecord, label: Label, rater: string, room: KitRoom) {
  room.change(interview.id, removeScores(label, rater));
  const undo = () => {
    room.change(interview.id, restoreReceived(interview, [{ label, rater }]));
    room.clearMessage();
  };
  room.say('The scores were removed.', { label: 'Undo', run: undo });
}

function filesView(interview: InterviewRecord, room: KitRoom) {
  const save = (ending: 'json' | 'md' | 'csv') => () => {
    const name = room.interviews.saveFile(interview, ending);
    room.notify('files', { tone: 'good', text: `Saved as ${name}.` });
  };
  return html`<section class="stack no-print" aria-labelledby="files-title">
    <h3 id="files-title">Files</h3>
    <p class="note">
      A saved interview has everything, with names and notes. It opens again here, also on another
      device. Your progress file has all interviews too. CSV and Markdown have your own scores only.
    </p>
    <div class="row">
      <button type="button" @click=${save('json')}>Save interview</button>
      <button type="button" @click=${save('csv')}>Save as CSV</button>
      <button type="button" @click=${save('md')}>Save as Markdown</button>
      <button type="button" class="push" @click=${() => void remove(interview, room)}>Delete interview</button>
    </div>
    ${room.noticeAt('files')}
  </section>`;
}

async function remove(interview: InterviewRecord, room: KitRoom): Promise<void> {
  const name = nameOfInterview(interview);
  const what = `all ${room.words(interview).nouns} of “${name}” with their scores and notes`;
  if (!(await confirmDelete(room, interview, 'Delete the interview?', what))) return;
  await room.interviews.delete(interview.id);
  room.openStart();
  const undo = () => {
    room.interviews.replace(interview);
    room.openPlace(interview.id, { view: 'compare' });
  };
  room.say(`“${name}” was deleted.`, { label: 'Undo', run: undo });
}
