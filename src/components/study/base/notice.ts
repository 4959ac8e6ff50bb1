import { html, nothing } from 'lit-html';
import type { Outcome } from '../../../browser/store-failures.ts';

export interface Notice {
  /** `announced` is a problem that the top of the page announces too. */
  readonly tone: 'good' | 'problem' | 'announced';
  readonly text: string;
  readonly undo?: { readonly label: string; readonly run: () => void } | undefined;
}

/** The notice for an outcome: the text on success, otherwise the failure. */
export function noticeOf(outcome: Outcome<unknown>, text: string): Notice {
  if ('problem' in outcome) return { tone: 'announced', text: outcome.problem.message };
  return { tone: 'good', text };
}

/** A place for notices. Its live regions exist before there is anything to announce. */
export function noticeView(place: string, notice: Notice | undefined) {
  const line = (tone: Notice['tone'], look: string) =>
    notice?.tone === tone ? html`<p class=${look}>${notice.text}</p>` : nothing;
  const undo = notice?.undo;
  return html`<div id="${place}-notice" class="notice" tabindex="-1">
    <div role="status">${line('good', 'good')}</div>
    <div role="alert">${line('problem', 'trouble')}</div>
    ${line('announced', 'trouble')}
    ${undo && html`<button type="button" @click=${undo.run}>${undo.label}</button>`}
  </div>`;
}
