import { html, type TemplateResult } from 'lit-html';
import { sessionProgress } from '../../../domain/practice/session.ts';
import type { Session } from '../../../domain/practice/session-format.ts';

/** Asks which of two sessions goes on: one is under way, another was asked for. */
export function conflictView(
  kept: Session,
  wanted: string,
  { goOn, startNew }: { readonly goOn: () => void; readonly startNew: () => void },
): TemplateResult {
  const { reviewed, total } = sessionProgress(kept);
  return html`<section class="panel main stack" aria-labelledby="conflict">
    <h2 id="conflict" tabindex="-1" data-focus="conflict">You have practice under way</h2>
    <p>
      ${kept.name}: ${reviewed} of ${total} done. If you start something else, the scores stay; an
      answer that you have only begun is let go.
    </p>
    <div class="row">
      <button type="button" class="primary" @click=${goOn}>Go on with ${kept.name}</button>
      <button type="button" @click=${startNew}>Start ${wanted}</button>
    </div>
  </section>`;
}
