import { html, nothing, type TemplateResult } from 'lit-html';
import type { StorageState } from '../../../browser/store-persistence.ts';
import { momentText } from '../base/format.ts';
import type { Keeping } from './keeping.ts';
import { noticeView, type Told } from './notice-view.ts';
import { sizeText } from './progress-text.ts';

/** How safe the storage is, with a way to ask for more. */
export function storageView(keeping: Keeping, told: Told | undefined): TemplateResult {
  const { storage } = keeping;
  return html`<h3>How safe it is</h3>
    ${storage === undefined ? nothing : stateView(storage, keeping)}
    ${noticeView('storage', told)}
    <p class="note">
      Browsers may tidy up. Safari deletes what a site keeps after seven days of using the browser
      without a visit to the site, unless the site was added to the home screen. Private windows
      forget everything when they are closed. A file that you export now and then is safe from both.
    </p>`;
}

function stateView(storage: StorageState, keeping: Keeping): TemplateResult {
  const { isPersisted, canAsk } = storage;
  return html`<p>${promiseText(storage)} ${roomText(storage)}</p>
    ${
      isPersisted === false && canAsk
        ? html`<div class="row">
            <button type="button" @click=${() => void keeping.askToKeep()}>
              Ask the browser to keep it
            </button>
          </div>`
        : nothing
    }`;
}

function promiseText({ isPersisted, asked }: StorageState): string {
  if (isPersisted === null) return 'This browser does not say how long it keeps what sites store.';
  if (isPersisted) return 'The browser promised to keep it until you remove it yourself.';
  const was = asked === null ? '' : ` It was last asked on ${momentText(asked.at)}.`;
  return `The browser did not promise to keep it: it may make room when the device is short of it.${was}`;
}

function roomText({ usage, quota }: StorageState): string {
  if (usage === null) return '';
  const used = `The guide uses ${sizeText(usage)}`;
  return quota === null ? `${used}.` : `${used} of the ${sizeText(quota)} that it may use.`;
}
