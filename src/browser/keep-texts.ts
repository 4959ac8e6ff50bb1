import { keepText, keptText, named } from './kept-text.ts';
import { type KeptKey, keptKeys } from './kept-texts.ts';

/** Keys that aren't study data: searches, theme, shortcuts, offline reading. */
const lasting: readonly KeptKey[] = [
  keptKeys.searches,
  keptKeys.letters,
  keptKeys.theme,
  keptKeys.offline,
];

/** Deletes the study data in localStorage. Returns what was there, so that it can be restored. */
export function takeKeptTexts(): ReadonlyMap<KeptKey, string> {
  const taken = new Map<KeptKey, string>();
  for (const key of Object.values(keptKeys)) {
    const text = lasting.includes(key) ? null : keptText(key);
    if (text !== null && keepText(key, null)) taken.set(key, text);
  }
  return taken;
}

/**
 * Calls back when another tab changes that key, and when the page is restored from the back/forward
 * cache, because a frozen page gets no events.
 */
export function onKeptElsewhere(key: KeptKey, listener: () => void, signal: AbortSignal): void {
  window.addEventListener(
    'storage',
    (event) => {
      if (event.key === named(key) || event.key === null) listener();
    },
    { signal },
  );
  window.addEventListener('pageshow', ({ persisted }) => persisted && listener(), { signal });
}
