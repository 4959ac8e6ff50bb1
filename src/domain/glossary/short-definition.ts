/** Minimum number of characters in a short definition. */
const enough = 60;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * Returns just enough of a definition's first sentences to explain the term. Each page that uses
 * the term includes them. The full definition is in the glossary.
 */
export function shortDefinition(definition: string): string {
  const parts = [...sentences.segment(definition)].map(({ segment }) => segment);
  let short = '';
  for (const [index, part] of parts.entries()) {
    short += part;
    // If the next part starts with a parenthesis or a lowercase letter, the period ended an
    // abbreviation.
    const isWhole = !/^[\p{Ll}(]/u.test(parts[index + 1] ?? '');
    if (isWhole && short.trimEnd().length >= enough) break;
  }
  return short.trimEnd();
}
