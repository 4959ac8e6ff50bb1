import { nothing, render, type TemplateResult } from 'lit-html';
import { fillBand } from '../../band/fill-band.ts';
import { element } from '../../button.ts';
import type { StudyContext } from '../base/study-context.ts';
import { StudyElement } from '../base/study-element.ts';
import { editBand, editView } from './edit-view.ts';
import { groupBand, groupHead, groupView } from './group-view.ts';
import { SetRoom } from './room.ts';

/**
 * The question set page. If the URL contains a set, the page shows that set and what its group has
 * practiced. Otherwise, it shows the set that the reader is building, which is saved on the device
 * and shared by all tabs. The page's title is the set's name.
 */
export class SetRoomElement extends StudyElement {
  /** Set in `start`, before the first render. */
  #room!: SetRoom;
  readonly #head = element('div', { className: 'set-head' });

  protected override start(_context: StudyContext, signal: AbortSignal): void {
    const heading = document.querySelector('h1');
    document.querySelector('.section-band')?.append(this.#head);
    if (heading !== null) {
      heading.dir = 'auto';
      heading.tabIndex = -1;
      heading.dataset['focus'] = 'heading';
    }
    // A new day may have begun while the page was hidden.
    document.addEventListener('visibilitychange', () => this.update(), { signal });
    this.#room = new SetRoom(this, signal);
  }

  override update(): void {
    super.update();
    if (this.#room === undefined) return;
    const link = this.#room.sharedLink;
    fillBand(link === undefined ? editBand(this.#room) : groupBand(link, this.#room));
    const isGroup = link !== undefined && link.codes.length > 0;
    render(isGroup ? groupHead(link, this.#room) : nothing, this.#head);
  }

  protected view(): TemplateResult {
    const link = this.#room.sharedLink;
    return link === undefined ? editView(this.#room) : groupView(link, this.#room);
  }
}
