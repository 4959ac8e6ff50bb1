/**
 * Searches whose results were opened, latest first. They stay on this device, in the localStorage
 * item `guide-searches`, format 1: `{"version":1,"searches":["hipaa"]}`. Any other content counts
 * as an empty list.
 */
import { readStorage, writeStorage } from './local-storage.ts';

const key = 'guide-searches';

/** The key until December 2026. Other guides on the same host used it too. */
const earlierKey = 'recent-searches';

const version = 1;

const maxSearches = 8;

/** Longer searches aren't stored, because a shortened one would be a different search. */
const maxLength = 100;

export function recentSearches(): string[] {
  const earlier = readStorage(earlierKey);
  if (earlier !== null && writeStorage(key, readStorage(key) ?? earlier)) {
    writeStorage(earlierKey, null);
  }
  try {
    const stored = JSON.parse(readStorage(key) ?? '{}');
    const searches: unknown = stored.version === version ? stored.searches : undefined;
    const isText = (one: unknown) => typeof one === 'string' && one.length <= maxLength;
    return Array.isArray(searches) && searches.every(isText) ? searches.slice(0, maxSearches) : [];
  } catch {
    return [];
  }
}

export function rememberSearch(query: string): void {
  const text = query.trim();
  if (text === '' || text.length > maxLength) return;
  const others = recentSearches().filter((other) => other.toLowerCase() !== text.toLowerCase());
  const searches = [text, ...others].slice(0, maxSearches);
  writeStorage(key, JSON.stringify({ version, searches }));
}

export function forgetSearches(): void {
  writeStorage(key, null);
  writeStorage(earlierKey, null);
}
