import { takeKeptTexts } from '../../../browser/keep-texts.ts';
import { keepText } from '../../../browser/kept-text.ts';
import { keptKeys } from '../../../browser/kept-texts.ts';
import type { Outcome } from '../../../browser/store-failures.ts';
import type { Host } from './host.ts';
import { noticeOf } from './notice-view.ts';
import { undoWith, withWayBack } from './way-back.ts';

/** Starting over, with a way back or without one. */
export class ResetControl {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Starts over, if the reader is sure. */
  ask(): void {
    this.#host.ask({
      title: 'Start over?',
      sentences: [
        'Reset forgets your cards, answers, notes, bookmarks, mock interviews and settings, and what is under way or being put together. A snapshot stays, so that you can go back.',
        'Forget everything also deletes the snapshots, what was set aside, and your recent searches. There is no way back then, except from a file that you exported.',
      ],
      choices: [
        { label: 'Reset my progress', run: () => void this.#reset() },
        { label: 'Forget everything', run: () => void this.#forgetAll() },
      ],
    });
  }

  async #reset(): Promise<void> {
    const done = await withWayBack(this.#host.context.model, () =>
      this.#host.context.model.store.reset(),
    );
    if ('problem' in done) return this.#host.tell('reset', noticeOf(done, { text: '' }));
    const texts = takeKeptTexts();
    const back = async (): Promise<Outcome<unknown>> => {
      for (const [key, text] of texts) keepText(key, text);
      return done.value === undefined ? { value: undefined } : done.value();
    };
    const isEmpty = done.value === undefined && texts.size === 0;
    const undo = isEmpty ? undefined : undoWith(back, 'reset', this.#host);
    this.#host.tell('reset', { tone: 'good', text: 'Your progress was reset.', undo });
  }

  async #forgetAll(): Promise<void> {
    const done = await this.#host.context.model.store.forgetAll();
    if ('value' in done) {
      takeKeptTexts();
      keepText(keptKeys.searches, null);
    }
    this.#host.tell('reset', noticeOf(done, { text: 'Everything is forgotten.' }));
  }
}
