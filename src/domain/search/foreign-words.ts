import { foldWord, wordsIn } from './words.ts';

/** English words by the words of another language, see `languages.ts`. */
export type Translations = Readonly<Record<string, string>>;

/** The words of a text; in French without contracted articles and prepositions (`l'IA`). */
export function foreignWords(text: string): string[] {
  return wordsIn(text.replace(/(?<!\p{L})(?:[cdjlmnst]|qu)['’](?=\p{L})/giu, ''));
}

export function phraseKey(words: readonly string[]): string {
  return words.map(foldWord).join(' ');
}
