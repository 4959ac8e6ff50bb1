/** A definition is short enough to be read in passing once it has this many characters. */
const enough = 60;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * What a definition says first: whole sentences, as few as tell what the term is. It stands on each
 * page that uses the term; all of it is in the glossary.
 */
export function shortDefinition(definition: string): string {
  const parts = [...sentences.segment(definition)].map(({ segment }) => segment);
  let short = '';
  for (const [index, part] of parts.entries()) {
    short += part;
    // What goes on with a bracket or a small letter is the same sentence, after an abbreviation.
    const isWhole = !/^[\p{Ll}(]/u.test(parts[index + 1] ?? '');
    if (isWhole && short.trimEnd().length >= enough) break;
  }
  return short.trimEnd();
}
