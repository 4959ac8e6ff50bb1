/**
 * The field's common words in other languages, with the English words that are searched for them;
 * an empty text for words that carry no subject. Each is a file of its own in the built site, which
 * is loaded when a query has a word that search doesn't know and that begins as one of its words.
 */

import { foreignWords, phraseKey, type Translations } from './foreign-words.ts';
import { de } from './languages/de.ts';
import { es } from './languages/es.ts';
import { fr } from './languages/fr.ts';
import { pt } from './languages/pt.ts';

/** By language, all in the form in which queries are compared with them. */
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
