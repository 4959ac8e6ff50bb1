import { stemmer } from 'stemmer';

/**
 * Words without meaning. They are removed from names and queries, unless there are no other words.
 */
const stopWords = new Set(
  (
    'a about after all am an and any are as at be because been before being between but by can ' +
    'could did do does doing don for from get gets getting give go goes going got gotten had has have having he her him his how i if in ' +
    'into is it its just like make me my need no not of on or our out over s she should so some ' +
    'such t than that the their them then there these they this those to too up us use using very ' +
    'vs was we were what when where which while who why will with without would you your'
  ).split(' '),
);

/**
 * Filler words and small numbers that any answer may contain, in addition to the words that
 * `isSubject` excludes.
 */
export const talk = new Set(
  (
    'above across against although among around below beneath beside besides both despite during ' +
    'each either however neither off onto per through throughout under unless upon via whereas ' +
    'also already always another anybody anyone anything arent back cant cannot come comes ' +
    'couldnt didnt doesnt dont else even ever every everybody everyone everything first hadnt hasnt ' +
    'havent here im isnt ive keep kept know known last least less let lets look many may maybe ' +
    'mean means might more most much must never next nobody nothing now often once one only other ' +
    'others own part put rather really right said same saw say says see seen shouldnt since somebody ' +
    'someone something still take takes tell tells than thing things think though thus told took ' +
    'toward until want wants wasnt way well went werent whatever whether whom whose within wont ' +
    'wouldnt yes yet youd youre two three four five six seven eight nine ten second third'
  ).split(' '),
);

/** Other words that any question might contain. */
const askedWith =
  'again ask asking bad badly become best better fast few gave give giving good happen happened ' +
  'happens made myself ours people quickly stop telling thought time times today weeks work works ' +
  'yourself lab path topic interview question';

/**
 * Splits text into words without changing their case. A word consists of letters and digits, with
 * dots and hyphens between them: `510(k)` becomes `510k`, `§164.312` becomes `164.312`, `3,988`
 * becomes `3988`, `CI/CD` becomes `CI-CD`, and `U.S.` becomes `US`.
 */
export function wordsIn(text: string): string[] {
  const joined = text
    .replace(/\d+(?:\(\w{1,3}\))+/g, (reference) => reference.replace(/[()]/g, ''))
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/(?<=\p{L})\.(?=\p{L}\b)/gu, '')
    .replace(/\b(\w{1,4})[/&](\w{1,4})\b/g, '$1-$2')
    .replace(/(?<=\w)@(?=\w)/g, '-')
    .replace(/['’](?:s|d|ll|ve|re|m)\b|['’]/g, '');
  return joined.match(/[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*/gu) ?? [];
}

export function isSubject(word: string): boolean {
  return !stopWords.has(word.toLowerCase());
}

/** Returns the meaningful words in a text. If there are none, returns all words. */
export function subjectsIn(text: string): string[] {
  const words = wordsIn(text);
  const subjects = words.filter(isSubject);
  return subjects.length > 0 ? subjects : words;
}

/** True if a name says what something isn't, such as `no predicate device`. */
export function isNegative(name: string): boolean {
  return /\b(?:no|not|without)\b/i.test(name);
}

/** Returns a hyphenated word both joined and in parts. Returns any other word unchanged. */
export function formsOf(word: string): string[] {
  const parts = word.split('-');
  return parts.length === 1 ? [word] : [parts.join(''), ...parts];
}

/** British endings and letter pairs with their American equivalents. */
const british: readonly (readonly [RegExp, string])[] = [
  [/ae|oe/g, 'e'],
  [/our/g, 'or'],
  [/is(e|ed|es|er|ing|ations?)$/, 'iz$1'],
  [/ys(e|ed|es|er|ing)$/, 'yz$1'],
  [/ll(ed|ing|er)$/, 'l$1'],
  [/tre(s?)$/, 'ter$1'],
  [/ogue(s?)$/, 'og$1'],
  [/ence(s?)$/, 'ense$1'],
  [/amme(s?)$/, 'am$1'],
];

/** Endings of nouns that the stemmer doesn't trace to their adjective or verb. */
const nounEndings: readonly (readonly [RegExp, string])[] = [
  // safety and safe, uncertainty and uncertain
  [/(fe|ain)t(?:y|ies)$/, '$1'],
  // accuracy and accurate, privacy and private
  [/ac(?:y|ies)$/, 'ate'],
  // compliance and compliant
  [/pliance$/, 'pliant'],
  // diagnosis, diagnostics, and diagnose
  [/gnos(?:is|es|tics?)$/, 'gnose'],
];

/**
 * Returns a word in lowercase, without accents, and in American spelling. Don't show it to readers:
 * the rules also change other words (`hour` becomes `hor`). For comparing words, that is fine,
 * because both sides are converted.
 */
export function foldWord(word: string): string {
  return british.reduce((text, [pattern, by]) => text.replace(pattern, by), plainWord(word));
}

export function plainWord(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Returns the search key of a word: the Porter (1980) stem of its folded form. */
export function keyOf(word: string): string {
  const known = keys.get(word);
  if (known !== undefined) return known;
  const folded = foldWord(word);
  const base = nounEndings.reduce((text, [ending, by]) => text.replace(ending, by), folded);
  const stem = base.length < 4 || /\d/.test(base) ? base : stemmer(base);
  // Very short stems are too ambiguous: `uses` isn't the US, and `viés` isn't VI.
  const key = stem.length < 3 ? folded : stem;
  if (keys.size < maxCachedKeys) keys.set(word, key);
  return key;
}

/**
 * Caches keys. Names have many words in common, so the cache halves the time it takes to read the
 * names in the glossary.
 */
const keys = new Map<string, string>();
const maxCachedKeys = 30_000;

/**
 * Returns the keys of a name as one string. If two names have the same keys, search treats them as
 * the same name.
 */
export function nameKey(name: string): string {
  return subjectsIn(name)
    .flatMap((word) => word.split('-'))
    .map(keyOf)
    .join(' ');
}

/**
 * Returns the index keys of the meaningful words in a text. Hyphenated words are included both
 * joined and in parts.
 */
export function keysIn(text: string): string[] {
  return wordsIn(text).flatMap(formsOf).filter(isIndexed).map(keyOf);
}

/**
 * True if a word should be indexed. Single letters aren't, because they mean nothing, but single
 * digits are (`phase 2`).
 */
export function isIndexed(word: string): boolean {
  return isSubject(word) && (word.length > 1 || /\d/.test(word));
}

/**
 * Returns the keys of the meaningful words in a text, for comparing phrases. Hyphenated words are
 * split into their parts.
 */
export function partKeysIn(text: string): string[] {
  return wordsIn(text)
    .flatMap((word) => word.split('-'))
    .filter(isIndexed)
    .map(keyOf);
}

/** True if a key belongs to a word that any question might contain. */
export function isFiller(key: string): boolean {
  fillers ??= new Set([...talk, ...askedWith.split(' ')].map(keyOf));
  return fillers.has(key);
}

let fillers: ReadonlySet<string> | undefined;

/** Returns the words in `text` that `known` doesn't contain, without duplicates. */
export function newWords(text: string, known: string): string {
  const seen = new Set(keysIn(known));
  return wordsIn(text)
    .filter((word) => {
      const keys = keysIn(word).filter((key) => !seen.has(key));
      for (const key of keys) seen.add(key);
      return keys.length > 0;
    })
    .join(' ');
}
