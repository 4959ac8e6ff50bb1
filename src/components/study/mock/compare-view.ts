import { html, nothing, type TemplateResult } from 'lit-html';
import '../base/copy-text-element.ts';
import {
  type ComparedScore,
  type Comparison,
  compareScores,
} from '../../../domain/mock/compare-scores.ts';
import { longestPartnerCode } from '../../../domain/mock/mock-run.ts';
import { readScoreCode, writeScoreCode } from '../../../domain/mock/score-code.ts';
import type { ScoredQuestion } from '../../../domain/mock/scored-question.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import { counted, percentText } from '../base/format.ts';

/** Two people's scores of the same mock. */
export interface CompareState {
  /** The mock's link: codes fit only it. */
  readonly link: string;
  /** The own scores, locked. */
  readonly own: readonly ScoredQuestion[];
  /** The other's code as it was pasted; empty at first. */
  readonly partnerCode: string;
  /** Whose code can be pasted, such as "your partner". */
  readonly other: string;
  readonly questions: ReadonlyMap<string, StudyQuestion>;
}

/** The own score code, and the comparison with another's. */
export function compareView(state: CompareState, compare: (code: string) => void): TemplateResult {
  const code = writeScoreCode(state.link, state.own);
  const read = state.partnerCode === '' ? undefined : readScoreCode(state.partnerCode, state.link);
  const problem = read !== undefined && 'problem' in read ? read.problem.message : undefined;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    // A space, so that an empty field is answered too.
    compare(String(data.get('partner') ?? '').trim() || ' ');
  };
  return html`<section class="compare stack">
    <h2 tabindex="-1">Compare scores</h2>
    <p>
      This code holds your scores and times, and nothing else. It fits only this mock: whoever has
      scored it too can paste it and see where you disagree.
    </p>
    <div class="row">
      <code class="score-code">${code}</code>
      <copy-text data-text=${code} data-label="Copy score code"></copy-text>
    </div>
    <form class="stack no-print" @submit=${submit}>
      <label class="field">
        Code of ${state.other}
        <input
          name="partner"
          autocomplete="off"
          spellcheck="false"
          autocapitalize="characters"
          maxlength=${longestPartnerCode}
          aria-invalid=${problem === undefined ? 'false' : 'true'}
          aria-describedby="partner-problem"
          .value=${state.partnerCode.trim()}
        />
      </label>
      <p id="partner-problem" role="alert" class=${problem === undefined ? '' : 'warning'}
        >${problem ?? nothing}</p
      >
      <div class="row"><button>Compare</button></div>
    </form>
    <div role="status" class="stack">
      ${
        read !== undefined && 'value' in read
          ? summaryView(compareScores(state.own, read.value), isSame(code, state.partnerCode))
          : nothing
      }
    </div>
    ${
      read !== undefined && 'value' in read
        ? tablesView(compareScores(state.own, read.value), state)
        : nothing
    }
  </section>`;
}

function isSame(code: string, other: string): boolean {
  const bare = (text: string): string => text.replace(/[^0-9a-z]/gi, '').toUpperCase();
  return bare(code) === bare(other);
}

function summaryView(comparison: Comparison, isSameCode: boolean): TemplateResult {
  const { sameShare, closeShare, assessedByBoth, firstSum, secondSum } = comparison;
  if (sameShare === null || closeShare === null) {
    return html`<p>There is no criterion that you both assessed.</p>`;
  }
  return html`<p>
      Of ${counted(assessedByBoth, 'criterion', 'criteria')} that you both assessed, you gave the
      same score to ${percentText(sameShare)} and were within one point on
      ${percentText(closeShare)}. In all: you ${firstSum}, the other ${secondSum}.
    </p>
    ${
      isSameCode
        ? html`<p class="note">
            Both codes are the same. Either you agree on everything, or this is your own code.
          </p>`
        : nothing
    }`;
}

function tablesView({ disagreements, scores }: Comparison, state: CompareState): TemplateResult {
  return html`${
    disagreements.length === 0
      ? html`<p>You are nowhere two points or more apart.</p>`
      : html`${tableView('Two points or more apart: talk about these', disagreements, state)}`
  }
    <details>
      <summary>All criteria side by side</summary>
      ${tableView('All criteria, in the order of the mock', scores, state)}
    </details>`;
}

function tableView(
  caption: string,
  scores: readonly ComparedScore[],
  { questions }: CompareState,
): TemplateResult {
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">Criterion</th>
        <th scope="col" class="number">You</th>
        <th scope="col" class="number">Other</th>
      </tr>
    </thead>
    <tbody>
      ${scores.map(({ code, criterion, first, second }) => {
        const question = questions.get(code);
        return html`<tr>
          <th scope="row">
            ${question?.criteria[criterion]?.criterion ?? `Criterion ${criterion + 1}`}
            <span class="note">${question?.title ?? code}</span>
          </th>
          <td class="number">${scoreView(first)}</td>
          <td class="number">${scoreView(second)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

function scoreView(score: number | null): TemplateResult | number {
  return score ?? html`<span class="note">not assessed</span>`;
}
