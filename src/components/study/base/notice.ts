import { html, nothing, type TemplateResult } from 'lit-html';
import type { Outcome } from '../../../browser/store-failures.ts';

export interface Notice {
  /** `announced` is a problem that the top of the page announces too. */
  readonly tone: 'good' | 'problem' | 'announced';
  readonly text: string;
  readonly undo?: { readonly label: string; readonly run: () => void } | undefined;
}

export interface PlacedNotice {
  readonly place: string;
  readonly notice: Notice;
}

/** The notice for an outcome: the given one on success, otherwise the failure. */
export function noticeOf(outcome: Outcome<unknown>, notice: Omit<Notice, 'tone'>): Notice {
  return 'problem' in outcome
    ? { tone: 'announced', text: outcome.problem.message }
    : { tone: 'good', ...notice };
}

/** A place for notices. Its live regions exist before there is anything to announce. */
export function noticeView(place: string, latest: PlacedNotice | undefined): TemplateResult {
  const notice = latest?.place === place ? latest.notice : undefined;
  const line = (tone: Notice['tone'], look: string): TemplateResult | typeof nothing =>
    notice?.tone === tone ? html`<p class=${look}>${notice.text}</p>` : nothing;
  return html`<div id="${place}-notice" class="notice" tabindex="-1">
    <div role="status">${line('good', 'good')}</div>
    <div role="alert">${line('problem', 'trouble')}</div>
    ${line('announced', 'trouble')}
    ${
      notice?.undo === undefined
        ? nothing
        : html`<button type="button" @click=${notice.undo.run}>${notice.undo.label}</button>`
    }
  </div>`;
}
