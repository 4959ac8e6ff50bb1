import { html, nothing, type TemplateResult } from 'lit-html';
import '../base/copy-text-element.ts';
import type { Paths } from '../../../domain/links/paths.ts';
import type { StudySet } from '../../../domain/study-set/set-link.ts';
import { setAddress } from '../base/set-address.ts';

/** What the bar shows. */
interface BarState {
  readonly set: StudySet;
  /** False if the browser refused to keep the set. */
  readonly isKept: boolean;
  readonly paths: Paths;
}

/** The bar below the page while questions are selected. */
export function pickerBar({ set, isKept, paths }: BarState, done: () => void): TemplateResult {
  const count = set.codes.length;
  return html`<section class="row" aria-label="Your set">
    <p role="status">
      ${count === 0 ? 'Select the questions you want.' : `${count} selected`}
      ${isKept ? nothing : 'This browser can’t save your set: copy its link.'}
    </p>
    ${
      count === 0
        ? nothing
        : html`<a class="button primary" href=${paths.set}>Open the set</a>
            <copy-text data-text=${setAddress(set, paths)} data-label="Copy link"></copy-text>`
    }
    <button type="button" @click=${done}>Done</button>
  </section>`;
}

/** The bar if the questions could not be loaded. */
export function failedBar(problem: string, done: () => void): TemplateResult {
  return html`<section class="row" aria-label="Your set">
    <p role="alert">${problem}</p>
    <button type="button" @click=${done}>Close</button>
  </section>`;
}
