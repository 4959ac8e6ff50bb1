import { readStorage } from '../../browser/local-storage.ts';

/** Fills the stops in it from the reader's answers; a first visit loads no code for that. */
export class GroupProgressElement extends HTMLElement {
  connectedCallback(): void {
    if (readStorage('guide-marks') === null) return;
    void import('./show-progress.ts').then(
      ({ showProgress }) => showProgress(this),
      () => {},
    );
  }
}
