import { html, nothing, type TemplateResult } from 'lit-html';
import type { ProgressModel } from '../../../browser/progress-model.ts';
import type { Paths } from '../../../domain/links/paths.ts';

/** Says what went wrong with the reader's storage, until it is dismissed. */
export function troubleView(model: ProgressModel, paths: Paths): TemplateResult {
  const messages = [
    ...(model.failure === undefined ? [] : [model.failure.message]),
    ...(model.rejected.length === 0 ? [] : [rejectedMessage(model.rejected.length)]),
  ];
  return html`<div role="alert" class="troubles">
    ${messages.map((message) => html`<p class="trouble">${message}</p>`)}
    ${
      messages.length === 0
        ? nothing
        : html`<p class="trouble-actions">
            <a href="${paths.progress}#your-data">Your data</a>
            <button type="button" @click=${() => model.dismiss()}>Dismiss</button>
          </p>`
    }
  </div>`;
}

function rejectedMessage(count: number): string {
  return count === 1
    ? 'We couldn’t read one saved record. Everything else is safe.'
    : `We couldn’t read ${count} saved records. Everything else is safe.`;
}
