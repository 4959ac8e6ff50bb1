import { html, nothing, type TemplateResult } from 'lit-html';
import type { StorageState } from '../../../browser/store-persistence.ts';
import { momentText } from '../base/format.ts';
import type { StudyHost } from '../base/study-element.ts';
import type { Keeping } from './keeping.ts';
import { sizeText } from './progress-text.ts';

/** How long the browser keeps the data, and a button that asks it to. */
export function storageView(keeping: Keeping, host: StudyHost): TemplateResult {
  const { storage } = keeping;
  return html`<h3>Storage</h3>
    ${storage === undefined ? nothing : stateView(storage, keeping)}
    ${host.noticeAt('storage')}
    <p class="note">
      Safari deletes a site’s data after seven days of browsing without a visit, unless you add the
      site to your home screen. Private windows delete everything when you close them. An exported
      file is safe from both.
    </p>`;
}

function stateView(storage: StorageState, keeping: Keeping): TemplateResult {
  const { isPersisted, canAsk } = storage;
  return html`<p>${promiseText(storage)} ${roomText(storage)}</p>
    ${
      isPersisted === false && canAsk
        ? html`<div class="row">
            <button type="button" @click=${() => void keeping.askToKeep()}>
              Ask the browser to keep my data
            </button>
          </div>`
        : nothing
    }`;
}

function promiseText({ isPersisted, asked }: StorageState): string {
  if (isPersisted === null) return 'This browser doesn’t say how long it keeps your data.';
  if (isPersisted) return 'This browser keeps your data until you delete it.';
  const was = asked === null ? '' : ` You last asked on ${momentText(asked.at)}.`;
  return `This browser may delete your data if the device runs low on space.${was}`;
}

function roomText({ usage, quota }: StorageState): string {
  if (usage === null) return '';
  const used = `The guide uses ${sizeText(usage)}`;
  return quota === null ? `${used}.` : `${used} of the ${sizeText(quota)} that it may use.`;
}
