import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import '../base/copy-text.ts';
import '../base/share-link.ts';
import { now } from '../../../browser/clock.ts';
import { shareAddress } from '../../../browser/mock-address.ts';
import {
  apart,
  type Comparison,
  compareScores,
  readAlpha,
} from '../../../domain/mock/compare-scores.ts';
import { maxRaters, writeComparisonLink } from '../../../domain/mock/mock-link.ts';
import { maxRaterNameLength, type Rater } from '../../../domain/mock/raters.ts';
import { writeScoreCode } from '../../../domain/mock/score-code.ts';
import { scoredOnCard } from '../../../domain/mock/scorecard-run.ts';
import type { ScoredQuestion } from '../../../domain/mock/scored-question.ts';
import type { Score } from '../../../domain/progress/records.ts';
import { counted } from '../base/format.ts';
import { keyOfScreen, type MockScreen, type OwnScores } from './mock-screen.ts';
import type { Room } from './room.ts';

interface CompareState {
  readonly link: string;
  /** The reader's own scores, locked; undefined for someone who only watches. */
  readonly own: readonly ScoredQuestion[] | undefined;
}

interface Column {
  readonly name: string;
  readonly questions: readonly ScoredQuestion[];
}

export function compareView(state: CompareState, room: Room): TemplateResult {
  const { link, own } = state;
  const others = room.comparing.of(link).slice(0, own === undefined ? maxRaters : maxRaters - 1);
  const ownCode = own && writeScoreCode(link, own);
  const columns = [
    ...(own === undefined ? [] : [{ name: 'You', questions: own }]),
    ...others.map((rater, place) => ({
      name: nameOf(rater, place, own),
      questions: rater.questions,
    })),
  ];
  return html`<section class="compare stack" aria-labelledby="compare-title">
    <h2 id="compare-title" tabindex="-1">Compare scores</h2>
    ${ownCode === undefined ? nothing : sendView(link, ownCode, room)} ${addView(state, room)}
    <div role="status">
      ${others.some(({ code }) => code === ownCode) ? html`<p class="note">${sameCode}</p>` : nothing}
    </div>
    ${columns.length < 2 ? nothing : agreementsView(columns, room)}
    ${others.length === 0 ? nothing : ratersView(others, own, room)}
    ${
      columns.length < 2
        ? nothing
        : html`<share-link
            data-address=${addressOf(
              link,
              [...(ownCode === undefined ? [] : [ownCode]), ...others.map(({ code }) => code)],
              room,
            )}
            data-name="this comparison"
          ></share-link>`
    }
  </section>`;
}

const sameCode =
  'These scores are the same as yours. Either you agree on everything, or this is your own code.';

function nameOf({ name }: Rater, place: number, own: CompareState['own']): string {
  return name.trim() || `Rater ${place + (own === undefined ? 1 : 2)}`;
}

function addressOf(link: string, codes: readonly string[], { context }: Room): string {
  return shareAddress(context.paths.mock, writeComparisonLink(link, codes));
}

function sendView(link: string, code: string, room: Room): TemplateResult {
  return html`<p>
      Send this link to everyone who scores the same interview. It carries your scores and times,
      and nothing else. Others see them only after they lock their own.
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

function addView({ link }: CompareState, { comparing, host }: Room): TemplateResult {
  const { problem } = comparing;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (comparing.add(link, String(new FormData(form).get('scores') ?? ''))) form.reset();
    else host.focusOn('[name=scores]');
  };
  return html`<form class="stack no-print" @submit=${submit}>
    <label class="field">
      Scores from others
      <input
        name="scores"
        autocomplete="off"
        spellcheck="false"
        aria-invalid=${problem === undefined ? 'false' : 'true'}
        aria-describedby="scores-hint scores-problem"
      />
    </label>
    <p class="note" id="scores-hint">
      Paste a link or a score code. You can paste several at once, up to ${maxRaters} raters in all.
    </p>
    <p id="scores-problem" role="alert" class=${problem === undefined ? '' : 'warning'}
      >${problem ?? nothing}</p
    >
    <div class="row"><button>Add scores</button></div>
  </form>`;
}

function agreementsView(columns: readonly Column[], room: Room): TemplateResult {
  const comparison = compareScores(columns.map(({ questions }) => questions));
  const { compared, criteria } = comparison;
  if (compared === 0) {
    return html`<p role="status">No two of you scored the same criterion.</p>`;
  }
  const wide = criteria.filter(({ spread }) => (spread ?? 0) >= apart).length;
  return html`${agreementView(comparison)}
    <p role="status">
      ${
        wide === 0
          ? 'You’re within one point of each other on every criterion.'
          : `On ${counted(wide, 'criterion', 'criteria')}, you’re two or more points apart. Talk about ${wide === 1 ? 'it' : 'these'} first.`
      }
    </p>
    ${tableView(comparison, columns, room)}`;
}

function agreementView({ alpha, close, compared }: Comparison): TemplateResult {
  return html`<dl class="ink tally">
      <div>
        <dt>Agreement</dt>
        <dd>
          ${alpha === null ? '–' : signed(alpha)}
          <span class="note">${alpha === null ? 'can’t be computed' : alphaWords[readAlpha(alpha)]}</span>
        </dd>
      </div>
      <div>
        <dt>Within one point</dt>
        <dd>${close} <span class="note">of ${counted(compared, 'criterion', 'criteria')}</span></dd>
      </div>
    </dl>
    <p class="note">
      Agreement is Krippendorff’s alpha for ordinal scores: 1 is full agreement, 0 is chance. Aim
      for 0.80. With few criteria, it’s a rough figure.
    </p>`;
}

const alphaWords = {
  reliable: 'reliable',
  tentative: 'for first impressions',
  unreliable: 'too low to rely on',
} as const;

function signed(number: number): string {
  return number.toFixed(2).replace('-', '−');
}

function tableView(
  { criteria, assessedByAll, totals }: Comparison,
  columns: readonly Column[],
  { context }: Room,
): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Scores by criterion">
    <table>
      <caption>
        Widest disagreements first
      </caption>
      <thead>
        <tr>
          <th scope="col">Criterion</th>
          ${columns.map(({ name }) => html`<th scope="col" class="number">${name}</th>`)}
          <th scope="col" class="number">Spread</th>
        </tr>
      </thead>
      <tbody>
        ${criteria.map(({ code, criterion, scores, spread }) => {
          const question = context.questions.get(code);
          const number = columns[0]?.questions.findIndex((one) => one.code === code) ?? 0;
          return html`<tr class=${(spread ?? 0) >= apart ? 'apart' : ''}>
            <th scope="row">
              ${question?.criteria[criterion]?.criterion ?? `Criterion ${criterion + 1}`}
              <span class="note of-question">${number + 1}. ${question?.title ?? code}</span>
            </th>
            ${scores.map((score) => html`<td class="number">${scoreView(score)}</td>`)}
            <td class="number">${scoreView(spread)}</td>
          </tr>`;
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            Total
            <span class="note"
              >of ${counted(assessedByAll, 'criterion', 'criteria')} that everyone scored</span
            >
          </th>
          ${totals.map((total) => html`<td class="number">${total}</td>`)}
          <td></td>
        </tr>
      </tfoot>
    </table>
  </div>`;
}

function scoreView(score: Score): TemplateResult | number {
  return score ?? html`<span class="note" aria-label="not assessed">–</span>`;
}

function ratersView(
  others: readonly Rater[],
  own: CompareState['own'],
  { comparing }: Room,
): TemplateResult {
  return html`<fieldset class="stack raters no-print">
    <legend>Names of the raters (optional, only on this device)</legend>
    ${repeat(
      others,
      ({ code }) => code,
      (rater, place) => {
        const label = `Rater ${place + (own === undefined ? 1 : 2)}`;
        return html`<div class="row">
          <input
            aria-label="Name of rater ${place + (own === undefined ? 1 : 2)}"
            autocomplete="off"
            maxlength=${maxRaterNameLength}
            placeholder=${label}
            .value=${rater.name}
            @change=${({ target }: Event) =>
              comparing.rename(rater.code, (target as HTMLInputElement).value)}
          />
          <button
            type="button"
            aria-label="Remove: ${nameOf(rater, place, own)}"
            @click=${() => comparing.remove(rater.code)}
          >
            Remove
          </button>
        </div>`;
      },
    )}
  </fieldset>`;
}

/** The comparison that a link with scores opens. */
export function comparisonView(
  screen: Extract<MockScreen, { name: 'comparison' }>,
  room: Room,
): TemplateResult {
  const { open, own } = screen;
  const { paths } = room.context;
  return html`<p class="note" tabindex="-1" data-focus-key=${keyOfScreen(screen)}>
      Mock interview, ${counted(open.questions.length, 'question')} in
      ${counted(open.mock.minutes, 'minute')}.
      ${
        own === undefined
          ? 'You’re watching: you haven’t scored it.'
          : html`<a
              href=${
                own.as === 'candidate'
                  ? `${paths.mock}?result=${own.record.id}#${open.link}`
                  : `${paths.mock}?as=interviewer#${open.link}`
              }
              >${own.as === 'candidate' ? 'Your result' : 'Your scorecard'}</a
            >`
      }
    </p>
    ${compareView({ link: open.link, own: scoresOf(own) }, room)}
    ${
      own === undefined
        ? html`<p><a href="${paths.mock}#${open.link}">Open the mock interview</a></p>`
        : nothing
    }`;
}

function scoresOf(own: OwnScores | undefined): readonly ScoredQuestion[] | undefined {
  if (own === undefined) return undefined;
  return own.as === 'candidate' ? own.record.questions : scoredOnCard(own.card, now());
}
