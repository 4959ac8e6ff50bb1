import { now, offsetAt } from '../../browser/clock.ts';
import { QuestionSets } from '../../browser/question-sets.ts';
import { storage } from '../../guide-settings.ts';
import { openStudy, type StudyContext } from '../study/base/study-context.ts';
import { sectionBand, showInBand } from './fill-band.ts';
import { readerBand } from './reader-band.ts';
import type { BandId } from './section-bands.ts';

/** Fills the page's band from the reader's data, unless the page's room has already filled it. */
export function showReaderBand({ data, model: { progress } }: StudyContext): void {
  const band = sectionBand();
  if (band === undefined || band.dataset['own'] !== undefined) return;
  // Keep the guide's total in an attribute, because the reader's number replaces it on the page.
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

/**
 * Does the same as `showReaderBand` on a page without a room. On a first visit, there is no
 * database yet, and none is created.
 */
export async function openReaderBand(base: string): Promise<void> {
  const databases = await indexedDB.databases();
  if (!databases.some(({ name }) => name === storage)) return;
  const opened = await openStudy(base);
  if ('problem' in opened) return;
  showReaderBand(opened.value);
  opened.value.model.store.close();
}
