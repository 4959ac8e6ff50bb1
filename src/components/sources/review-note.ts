import { today } from '../../browser/today.ts';

/** Shows itself once its review date has passed: the page says that its facts are overdue. */
export class ReviewNoteElement extends HTMLElement {
  connectedCallback(): void {
    const { reviewBy } = this.dataset;
    if (reviewBy !== undefined && reviewBy < today()) this.hidden = false;
  }
}
