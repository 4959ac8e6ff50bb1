import { readerDay } from '../../browser/clock.ts';
import { readStorage, writeStorage } from '../../browser/local-storage.ts';
import { writeLastRead } from '../../domain/progress/last-read.ts';
import {
  changeOpenParts,
  readOpenParts,
  writeOpenParts,
} from '../../domain/progress/open-parts.ts';

/**
 * Saves and restores which parts of a question are open (for the rest of the day), and saves which
 * part the reader has reached. Marks the parts that the reader has read to the end.
 * @param label the question's short name, which the start page shows
 */
export function trackReadingPlace(code: string, label: string): void {
  const folds = [...document.querySelectorAll<HTMLDetailsElement>('details[data-part]')];
  const readOpen = () => readOpenParts(readStorage('guide-open'), readerDay());
  const before = readOpen().get(code) ?? [];
  // A link to a part opens only that part, because open parts above it would push it down.
  if (location.hash === '') {
    for (const fold of folds) fold.open ||= before.includes(partOf(fold));
  }
  // Opening a part isn't enough for a check mark, because a link opens one, too. The reader must
  // have reached its end or closed it.
  const markRead = (changed?: HTMLDetailsElement): void => {
    for (const fold of folds) {
      const { bottom } = fold.getBoundingClientRect();
      if (fold.open ? bottom > innerHeight : fold !== changed) continue;
      const link = `nav a[href="#${partOf(fold)}"]`;
      for (const each of [fold, ...document.querySelectorAll<HTMLElement>(link)])
        each.dataset['seen'] = '';
    }
  };
  // Each change is saved separately, so that parts opened in another tab or on an earlier visit
  // stay saved.
  const save = (fold: HTMLDetailsElement): void => {
    const open = changeOpenParts(readOpen(), code, partOf(fold), fold.open);
    writeStorage('guide-open', writeOpenParts(open, readerDay()));
    markRead(fold);
  };
  for (const fold of folds) {
    // The part may have been opened before this script loaded.
    if (fold.open) save(fold);
    fold.addEventListener('toggle', () => save(fold));
  }
  const parts = [...document.querySelectorAll<HTMLElement>('.part > [data-part]')];
  const savePart = (): void => {
    // The current part is the last one that starts above the lower two thirds of the window.
    const part = parts.findLast((each) => each.getBoundingClientRect().top < innerHeight / 3);
    writeStorage('guide-last', writeLastRead({ code, title: label, part: part && partOf(part) }));
    markRead();
  };
  // The first scroll may have happened before this script loaded.
  savePart();
  document.addEventListener('scrollend', savePart);
}

function partOf(element: HTMLElement): string {
  return element.dataset['part'] ?? '';
}
