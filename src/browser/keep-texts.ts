import { keepText, keptText, named } from './kept-text.ts';
import { type KeptKey, keptKeys } from './kept-texts.ts';

/** What does not belong to study: searches, how pages look and work, whether they are kept. */
const lasting: readonly KeptKey[] = [
  keptKeys.searches,
  keptKeys.letters,
  keptKeys.theme,
  keptKeys.offline,
];

/** Forgets all kept texts of study. Gives those that were there, to bring them back. */
export function takeKeptTexts(): ReadonlyMap<KeptKey, string> {
  const taken = new Map<KeptKey, string>();
  for (const key of Object.values(keptKeys)) {
    const text = lasting.includes(key) ? null : keptText(key);
    if (text !== null && keepText(key, null)) taken.set(key, text);
  }
  return taken;
}

/**
 * Calls back when another tab keeps or forgets a text of that key, and when the page is shown
 * again after the browser had frozen it: it heard nothing meanwhile.
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
