import { html, nothing, type TemplateResult } from 'lit-html';
import type { QuarantinedRecord } from '../../../browser/store.ts';
import { storeLabels } from '../../../domain/progress/preview-sentences.ts';
import { problemWords } from '../../../domain/progress/problem-words.ts';
import { isStoreName } from '../../../domain/progress/progress-lists.ts';
import { rawText } from '../../../domain/progress/set-aside-file.ts';
import { counted, momentText } from '../base/format.ts';
import type { StudyHost } from '../base/study-element.ts';
import type { Keeping } from './keeping.ts';

/** Records that are listed; the file has all of them. */
const maxListed = 20;

/** The records that could not be read, to look at, download, or delete. */
export function setAsideView(keeping: Keeping, host: StudyHost): TemplateResult {
  const { setAside } = keeping;
  const notice = host.noticeAt('set-aside');
  if (setAside.length === 0) return notice;
  return html`<h3>Unreadable records</h3>
    <p>
      We couldn’t read ${counted(setAside.length, 'saved record')}. Everything else is safe. Download
      the file if you want someone to look at it.
    </p>
    <ul class="plain lines">
      ${setAside.slice(0, maxListed).map(recordView)}
    </ul>
    ${
      setAside.length > maxListed
        ? html`<p class="note">And ${setAside.length - maxListed} more, in the file.</p>`
        : nothing
    }
    <div class="row">
      <button type="button" @click=${() => keeping.downloadSetAside()}>Download records</button>
      <button type="button" @click=${() => void keeping.clearSetAside()}>Delete records…</button>
    </div>
    ${notice}`;
}

function recordView({ store, at, problem, value }: QuarantinedRecord): TemplateResult {
  const label = isStoreName(store) ? storeLabels[store] : store;
  return html`<li>
    <details>
      <summary>${label}: ${problemWords(problem)}</summary>
      <p class="note">Found on ${momentText(at)}</p>
      <pre tabindex="0">${rawText(value)}</pre>
    </details>
  </li>`;
}
