/**
 * The field's common words in other languages, with the English words that are searched for them;
 * an empty text for words that carry no subject. Each is a file of its own in the built site, which
 * is loaded when a query has a word that search doesn't know and that begins as one of its words.
 */
import { de } from './languages/de.ts';
import { es } from './languages/es.ts';
import { fr } from './languages/fr.ts';
import { pt } from './languages/pt.ts';
import { foldWord, wordsIn } from './words.ts';

/** English words by the words of another language. */
export type Translations = Readonly<Record<string, string>>;

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

/** The words of a text; in French without the articles and prepositions that lean on them (`l'IA`). */
export function foreignWords(text: string): string[] {
  return wordsIn(text.replace(/(?<!\p{L})(?:[cdjlmnst]|qu)['’](?=\p{L})/giu, ''));
}

/** What a phrase of another language is looked up by. */
export function phraseKey(words: readonly string[]): string {
  return words.map(foldWord).join(' ');
}
