import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import '../../copy-text/copy-text.ts';
import '../base/share-link.ts';
import { now } from '../../../browser/clock.ts';
import { shareAddress } from '../../../browser/mock-address.ts';
import {
  apart,
  type Comparison,
  compareScores,
  findOutliers,
  readAlpha,
} from '../../../domain/mock/compare-scores.ts';
import { maxRaters, writeComparisonLink } from '../../../domain/mock/mock-link.ts';
import { maxRaterNameLength, type Rater } from '../../../domain/mock/raters.ts';
import { writeScoreCode } from '../../../domain/mock/score-code.ts';
import { scoredOnCard } from '../../../domain/mock/scorecard-run.ts';
import { notAssessed, type ScoredQuestion } from '../../../domain/mock/scored-question.ts';
import type { Score } from '../../../domain/progress/records.ts';
import { counted, fieldsOf, typedIn } from '../base/format.ts';
import { tableHead } from '../base/table-head.ts';
import { tallyRow } from './asking-view.ts';
import { keyOfScreen, type MockScreen, type OwnScores } from './mock-screen.ts';
import type { Room } from './room.ts';

export const compareTitle = 'Compare scores';

type Column = Pick<Rater, 'name' | 'questions'>;

/** @param own the reader's own scores, locked; undefined for someone who only watches */
export function compareView(link: string, own: readonly ScoredQuestion[] | undefined, room: Room) {
  const ownCode = own && writeScoreCode(link, own);
  const others = room.comparing.of(link, ownCode);
  // The reader is the first rater.
  const first = own === undefined ? 1 : 2;
  const columns = others.map((rater, place) => ({ ...rater, name: nameOf(rater, place + first) }));
  const all: readonly Column[] = own ? [{ name: 'You', questions: own }, ...columns] : columns;
  const codes = [...(ownCode === undefined ? [] : [ownCode]), ...others.map(({ code }) => code)];
  const address = addressOf(link, codes, room);
  const share = html`<share-link data-address=${address} data-name="this comparison"></share-link>`;
  const same = others.length === 0 && room.comparing.of(link).length > 0;
  return html`<section class="compare stack" aria-labelledby="compare-title">
    <h2 id="compare-title" tabindex="-1">${compareTitle}</h2>
    ${ownCode === undefined ? nothing : sendView(link, ownCode, room)} ${addView(link, ownCode, room)}
    <div role="status">${same ? html`<p class="note">${sameCode}</p>` : nothing}</div>
    ${all.length < 2 ? nothing : agreementsView(all, room)}
    ${others.length === 0 ? nothing : ratersView(others, first, room)}
    ${all.length < 2 ? nothing : share}
  </section>`;
}

const sameCode = 'These scores are the same as yours, so we don’t count them again.';

function nameOf({ name }: Rater, number: number): string {
  return name.trim() || `Rater ${number}`;
}

function addressOf(link: string, codes: readonly string[], { context }: Room): string {
  return shareAddress(context.paths.mock, writeComparisonLink(link, codes));
}

function sendView(link: string, code: string, room: Room) {
  return html`<p>
      Send this link to everyone who scores the same interview. It contains your scores and times,
      and nothing else. The page asks others to score first, but doesn’t stop them from looking.
    </p>
    <share-link data-address=${addressOf(link, [code], room)} data-name="my scores"></share-link>
    <details>
      <summary>Read a code aloud instead</summary>
      <div class="row">
        <code class="score-code">${code}</code>
        <copy-text data-text=${code} data-label="Copy score code"></copy-text>
      </div>
    </details>`;
}

function addView(link: string, ownCode: string | undefined, { comparing, host }: Room) {
  const { problem } = comparing;
  const submit = (event: SubmitEvent) => {
    const text = String(fieldsOf(event).get('scores'));
    if (comparing.add(link, text, ownCode)) (event.target as HTMLFormElement).reset();
    else host.focusOn('[name=scores]');
  };
  return html`<form class="stack no-print" @submit=${submit}>
    <label class="field">
      Scores from others
      <input name="scores" autocomplete="off" spellcheck="false"
        aria-invalid=${problem !== undefined} aria-describedby="scores-hint scores-problem" />
    </label>
    <p class="note" id="scores-hint">
      Paste a link or a score code. You can paste several at once, up to ${maxRaters} raters in all.
    </p>
    <p id="scores-problem" role="alert" class=${problem ? 'warning' : ''}>${problem}</p>
    <div class="row"><button>Add scores</button></div>
  </form>`;
}

function agreementsView(columns: readonly Column[], room: Room) {
  const comparison = compareScores(columns.map(({ questions }) => questions));
  const { compared, criteria } = comparison;
  if (compared === 0) return html`<p role="status">No two of you scored the same criterion.</p>`;
  const wide = criteria.filter(({ spread }) => (spread ?? 0) >= apart).length;
  const text =
    wide === 0
      ? 'You’re within one point of each other on every criterion.'
      : `On ${counted(wide, 'criterion', 'criteria')}, you’re two or more points apart. Talk about ${wide === 1 ? 'it' : 'these'} first.`;
  return html`${agreementView(comparison)}
    <p role="status">${text}</p>
    ${columns.length < 3 ? nothing : html`<p class="note">Bold scores are two or more points from the median.</p>`}
    ${tableView(comparison, columns, room)}`;
}

function agreementView({ alpha, close, compared }: Comparison) {
  const words = alpha === null ? 'can’t be computed' : alphaWords[readAlpha(alpha)];
  return html`<dl class="ink tally">
      ${tallyRow('Agreement', alpha?.toFixed(2).replace('-', '−') ?? '–', words)}
      ${tallyRow('Within one point', close, `of ${counted(compared, 'criterion', 'criteria')}`)}
    </dl>
    <p class="note">
      Agreement is Krippendorff’s alpha for ordinal scores: 1 is full agreement, 0 is chance. Aim
      for 0.80. With few criteria, it’s a rough figure.
    </p>`;
}

const alphaWords = {
  reliable: 'reliable',
  tentative: 'good enough for a first impression',
  unreliable: 'too low to rely on',
} as const;

function tableView(
  { criteria, assessedByAll, totals }: Comparison,
  columns: readonly Column[],
  { context }: Room,
) {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Scores by criterion">
    <table>
      <caption>Widest disagreements first</caption>
      ${tableHead('Criterion', ['Spread', ...columns.map(({ name }) => name)])}
      <tbody>
        ${criteria.map(({ code, criterion, scores, spread }) => {
          const question = context.questions.get(code);
          const number = columns[0]?.questions.findIndex((one) => one.code === code) ?? 0;
          const title = `${number + 1}. ${question?.title ?? code}`;
          const page = question && context.paths.question(question.slug);
          const ofQuestion = page
            ? html`<a class="note of-question" href=${page}>${title}</a>`
            : html`<span class="note of-question">${title}</span>`;
          const outliers = findOutliers(scores);
          return html`<tr class=${(spread ?? 0) >= apart ? 'apart' : ''} .style="--spread: ${spread ?? 0}">
            <th scope="row">
              ${question?.criteria[criterion]?.criterion ?? `Criterion ${criterion + 1}`}
              ${ofQuestion}
            </th>
            <td class="number">${scoreView(spread)}</td>
            ${scores.map((score, rater) => {
              const text = scoreView(score);
              return html`<td class="number">${outliers[rater] ? html`<b>${text}</b>` : text}</td>`;
            })}
          </tr>`;
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            Total
            <span class="note">
              of ${counted(assessedByAll, 'criterion', 'criteria')} that everyone scored
            </span>
          </th>
          <td></td>
          ${totals.map((total) => html`<td class="number">${total}</td>`)}
        </tr>
      </tfoot>
    </table>
  </div>`;
}

function scoreView(score: Score): TemplateResult | number {
  return score ?? html`<span class="note" aria-label=${notAssessed}>–</span>`;
}

function ratersView(others: readonly Rater[], first: number, { comparing }: Room) {
  const raterView = (rater: Rater, place: number) => {
    const { code } = rater;
    const number = place + first;
    const rename = (event: Event) => comparing.rename(code, typedIn(event));
    return html`<div class="row">
      <input aria-label="Name of rater ${number}" autocomplete="off" maxlength=${maxRaterNameLength}
        placeholder="Rater ${number}" .value=${rater.name} @change=${rename} />
      <button type="button" aria-label="Remove: ${nameOf(rater, number)}"
        @click=${() => comparing.remove(code)}>
        Remove
      </button>
    </div>`;
  };
  return html`<fieldset class="stack raters no-print">
    <legend>Rater names (optional, only on this device)</legend>
    ${repeat(others, ({ code }) => code, raterView)}
  </fieldset>`;
}

/** The comparison that a link with scores opens. */
export function comparisonView(screen: Extract<MockScreen, { name: 'comparison' }>, room: Room) {
  const { open, own } = screen;
  const { mock } = room.context.paths;
  const { link } = open;
  const scores = own?.as === 'interviewer' ? scoredOnCard(own.card, now()) : own?.record.questions;
  const toMock = html`<p><a href="${mock}#${link}">Open the mock interview</a></p>`;
  return html`<p class="note" tabindex="-1" data-focus-key=${keyOfScreen(screen)}>
      Mock interview, ${counted(open.questions.length, 'question')} in
      ${counted(open.mock.minutes, 'minute')}. ${ownLink(own, mock, link)}
    </p>
    ${compareView(link, scores, room)} ${own === undefined ? toMock : nothing}`;
}

function ownLink(own: OwnScores | undefined, mock: string, link: string): TemplateResult | string {
  if (own === undefined) return 'You’re only comparing. You haven’t scored this interview.';
  return own.as === 'candidate'
    ? html`<a href="${mock}?result=${own.record.id}#${link}">Your result</a>`
    : html`<a href="${mock}?as=interviewer#${link}">Your scorecard</a>`;
}
