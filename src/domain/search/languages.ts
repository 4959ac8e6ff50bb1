import { foreignWords, phraseKey, type Translations } from './foreign-words.ts';
import de from './languages/de.json' with { type: 'json' };
import es from './languages/es.json' with { type: 'json' };
import fr from './languages/fr.json' with { type: 'json' };
import pt from './languages/pt.json' with { type: 'json' };

/**
 * Common terms of the field in other languages, with the English words to search for instead; empty
 * for words without a subject. Each language is its own file in the built site, loaded when an
 * unknown word of a query starts like one of its words.
 */
export const languages: Readonly<Record<string, Translations>> = {
  de: byName(de),
  es: byName(es),
  fr: byName(fr),
  pt: byName(pt),
};

/** English words by foreign names, normalized like queries, from lists of names by English words. */
function byName(lists: Translations): Translations {
  return Object.fromEntries(
    Object.entries(lists).flatMap(([english, names]) =>
      names.split(', ').map((name) => [phraseKey(foreignWords(name)), english]),
    ),
  );
}
