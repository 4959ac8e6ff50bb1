/** A definition is short enough to be read in passing once it has this many characters. */
const enough = 60;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * What a definition says first: whole sentences, as few as tell what the term is. It stands on each
 * page that uses the term; all of it is in the glossary.
 */
export function shortDefinition(definition: string): string {
  let short = '';
  for (const { segment } of sentences.segment(definition)) {
    short += segment;
    if (short.trimEnd().length >= enough) break;
  }
  return short.trimEnd();
}
