import { readStorage } from '../../browser/local-storage.ts';

/**
 * Fills the stops in this element from the reader's answers. On a first visit, no further code is
 * loaded.
 */
export class GroupProgressElement extends HTMLElement {
  connectedCallback(): void {
    if (readStorage('guide-marks') === null) return;
    void import('./show-progress.ts').then(
      ({ showProgress }) => showProgress(this),
      () => {},
    );
  }
}
