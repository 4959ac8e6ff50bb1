import { html, nothing, type TemplateResult } from 'lit-html';
import type { QuarantinedRecord } from '../../../browser/store.ts';
import { storeLabels } from '../../../domain/progress/preview-sentences.ts';
import { problemWords } from '../../../domain/progress/problem-words.ts';
import { isStoreName } from '../../../domain/progress/progress-lists.ts';
import { rawText } from '../../../domain/progress/set-aside-file.ts';
import { counted, momentText } from '../base/format.ts';
import type { Keeping } from './keeping.ts';
import { noticeView, type Told } from './notice-view.ts';

/** Records that are listed; the file has all of them. */
const mostListed = 20;

/** The records that could not be read, to look at, to keep or to let go of. */
export function setAsideView(keeping: Keeping, told: Told | undefined): TemplateResult {
  const { setAside } = keeping;
  const notice = noticeView('set-aside', told);
  if (setAside.length === 0) return notice;
  return html`<h3>Set aside</h3>
    <p>
      ${counted(setAside.length, 'saved record')} could not be read. Nothing else is touched by it.
      Keep the file if you want somebody to look at it.
    </p>
    <ul class="plain lines">
      ${setAside.slice(0, mostListed).map(recordView)}
    </ul>
    ${
      setAside.length > mostListed
        ? html`<p class="note">And ${setAside.length - mostListed} more, in the file.</p>`
        : nothing
    }
    <div class="row">
      <button type="button" @click=${() => keeping.downloadSetAside()}>Download them</button>
      <button type="button" @click=${() => keeping.askToClearSetAside()}>Let go of them …</button>
    </div>
    ${notice}`;
}

function recordView({ store, at, problem, value }: QuarantinedRecord): TemplateResult {
  const label = isStoreName(store) ? storeLabels[store] : store;
  return html`<li>
    <details>
      <summary>${label}: ${problemWords(problem)}</summary>
      <p class="note">Set aside on ${momentText(at)}</p>
      <pre tabindex="0">${rawText(value)}</pre>
    </details>
  </li>`;
}
