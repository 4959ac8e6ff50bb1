import { now, offsetAt } from '../../browser/clock.ts';
import { QuestionSets } from '../../browser/question-sets.ts';
import { storage } from '../../guide.ts';
import { openStudy, type StudyContext } from '../study/base/study-context.ts';
import { sectionBand, showInBand } from './fill-band.ts';
import { readerBand } from './reader-band.ts';
import type { BandId } from './section-bands.ts';

/** Fills the page's band from the reader's data, unless its room has filled it. */
export function showReaderBand({ data, model: { progress } }: StudyContext): void {
  const band = sectionBand();
  if (band === undefined || band.dataset['own'] !== undefined) return;
  // The total stays in its attribute when the reader's own number replaces it.
  band.dataset['total'] ??= band.querySelector('[data-figure]')?.textContent ?? '';
  const change = readerBand(band.dataset['band'] as BandId, {
    data,
    progress,
    set: new QuestionSets(data.book).draft.codes,
    total: Number(band.dataset['total']),
    now: now(),
    offsetAt,
  });
  if (change !== undefined) showInBand(band, change);
}

/** The same on a page without a room. Without a database, it is a first visit: nothing is opened. */
export async function openReaderBand(base: string): Promise<void> {
  const databases = await indexedDB.databases();
  if (!databases.some(({ name }) => name === storage)) return;
  const opened = await openStudy(base);
  if ('problem' in opened) return;
  showReaderBand(opened.value);
  opened.value.model.store.close();
}
