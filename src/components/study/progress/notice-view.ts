import { html, nothing, type TemplateResult } from 'lit-html';
import type { Outcome } from '../../../browser/store-failures.ts';

/** Where something is told: beside the buttons of these. */
export type NoticePlace =
  | 'settings'
  | 'plan'
  | 'storage'
  | 'export'
  | 'import'
  | 'snapshots'
  | 'set-aside'
  | 'reset';

/** What came of something that the reader did. */
export interface Notice {
  /** `told` is a trouble that the top of the page announces too. */
  readonly tone: 'good' | 'trouble' | 'told';
  readonly text: string;
  /** A way back, if there is one. */
  readonly undo?: { readonly label: string; readonly run: () => void } | undefined;
}

/** The last thing that came of what the reader did, and where it is told. */
export interface Told {
  readonly place: NoticePlace;
  readonly notice: Notice;
}

/** What is told of an outcome: the notice if all is well, else the failure. */
export function noticeOf(outcome: Outcome<unknown>, notice: Omit<Notice, 'tone'>): Notice {
  return 'problem' in outcome
    ? { tone: 'told', text: outcome.problem.message }
    : { tone: 'good', ...notice };
}

/** The place for a notice; its live regions are there before there is something to tell. */
export function noticeView(place: NoticePlace, told: Told | undefined): TemplateResult {
  const notice = told?.place === place ? told.notice : undefined;
  const line = (tone: Notice['tone'], look: string): TemplateResult | typeof nothing =>
    notice?.tone === tone ? html`<p class=${look}>${notice.text}</p>` : nothing;
  return html`<div id="${place}-notice" class="notice" tabindex="-1">
    <div role="status">${line('good', 'good')}</div>
    <div role="alert">${line('trouble', 'trouble')}</div>
    ${line('told', 'trouble')}
    ${
      notice?.undo === undefined
        ? nothing
        : html`<button type="button" @click=${notice.undo.run}>${notice.undo.label}</button>`
    }
  </div>`;
}
