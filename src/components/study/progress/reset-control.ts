import { takeKeptTexts } from '../../../browser/keep-texts.ts';
import { keepText } from '../../../browser/kept-text.ts';
import { keptKeys } from '../../../browser/kept-texts.ts';
import type { Outcome } from '../../../browser/store-failures.ts';
import { noticeOf } from '../base/notice.ts';
import type { StudyHost } from '../base/study-element.ts';
import { undoWith, withWayBack } from './way-back.ts';

/** Resets progress, which can be undone, or deletes all data. */
export class ResetControl {
  readonly #host: StudyHost;

  constructor(host: StudyHost) {
    this.#host = host;
  }

  /** Deletes the reader's progress or all data, if the reader is sure. */
  async ask(): Promise<void> {
    const choice = await this.#host.confirm({
      title: 'Reset or delete your data?',
      sentences: [
        'Reset deletes your cards, answers, notes, bookmarks, mock interviews, settings, and anything unfinished. We save a snapshot first so you can undo it.',
        'Delete all data also deletes snapshots, unreadable records, and recent searches. You cannot undo this, except by importing a file you exported.',
      ],
      choices: ['Reset my progress', 'Delete all data'],
    });
    if (choice === 'Reset my progress') await this.#reset();
    else if (choice !== undefined) await this.#deleteAll();
  }

  async #reset(): Promise<void> {
    const done = await withWayBack(this.#host.context.model, () =>
      this.#host.context.model.store.reset(),
    );
    if ('problem' in done) return this.#host.notify('reset', noticeOf(done, { text: '' }));
    const texts = takeKeptTexts();
    const back = async (): Promise<Outcome<unknown>> => {
      for (const [key, text] of texts) keepText(key, text);
      return done.value === undefined ? { value: undefined } : done.value();
    };
    const isEmpty = done.value === undefined && texts.size === 0;
    const undo = isEmpty ? undefined : undoWith(back, 'reset', this.#host);
    this.#host.notify('reset', { tone: 'good', text: 'Your progress was reset.', undo });
  }

  async #deleteAll(): Promise<void> {
    const done = await this.#host.context.model.store.forgetAll();
    if ('value' in done) {
      takeKeptTexts();
      keepText(keptKeys.searches, null);
    }
    this.#host.notify('reset', noticeOf(done, { text: 'All your data was deleted.' }));
  }
}
