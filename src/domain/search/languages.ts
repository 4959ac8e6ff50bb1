/**
 * Common terms of the field in other languages, with the English words to search for instead; empty
 * for words without a subject. Each language is its own file in the built site, loaded when an
 * unknown word of a query starts like one of its words.
 */

import { foreignWords, phraseKey, type Translations } from './foreign-words.ts';
import { de } from './languages/de.ts';
import { es } from './languages/es.ts';
import { fr } from './languages/fr.ts';
import { pt } from './languages/pt.ts';

/** By language, normalized like queries. */
export const languages: Readonly<Record<string, Translations>> = {
  de: folded(de),
  es: folded(es),
  fr: folded(fr),
  pt: folded(pt),
};

function folded(words: Translations): Translations {
  return Object.fromEntries(
    Object.entries(words).map(([name, english]) => [phraseKey(foreignWords(name)), english]),
  );
}
