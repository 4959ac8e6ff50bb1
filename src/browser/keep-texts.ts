import { type KeptKey, keptKeys, keptText } from './kept-texts.ts';

/** Keeps a text, or forgets it if there is none. False: the browser refused or is full. */
export function keepText(key: KeptKey, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** What does not belong to study: searches, and how keys work. */
const lasting: readonly KeptKey[] = [keptKeys.searches, keptKeys.letters];

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
export function onKeptElsewhere(key: KeptKey, heard: () => void, signal: AbortSignal): void {
  window.addEventListener(
    'storage',
    (event) => {
      if (event.key === key || event.key === null) heard();
    },
    { signal },
  );
  window.addEventListener('pageshow', ({ persisted }) => persisted && heard(), { signal });
}
