import { keptText } from '../../browser/kept-text.ts';
import { keptKeys } from '../../browser/kept-texts.ts';
import { readLastRead } from '../../domain/progress/read-last-read.ts';

/** Leads back to the question that was read last; stays hidden without one. */
export class ContinueReadingElement extends HTMLElement {
  connectedCallback(): void {
    const last = readLastRead(keptText(keptKeys.last));
    const link = this.querySelector('a');
    if (last === undefined || link === null) return;
    link.href = `${this.dataset['codes']}${last.code}/${last.part === undefined ? '' : `#${last.part}`}`;
    link.textContent = last.title;
    this.hidden = false;
  }
}
