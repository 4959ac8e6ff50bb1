/** A short definition has at least this many characters. */
const enough = 60;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * The first sentences of a definition, just enough to explain the term. Each page that uses the
 * term includes them; the full definition is in the glossary.
 */
export function shortDefinition(definition: string): string {
  const parts = [...sentences.segment(definition)].map(({ segment }) => segment);
  let short = '';
  for (const [index, part] of parts.entries()) {
    short += part;
    // Text that continues with a bracket or a small letter is the same sentence, after an
    // abbreviation.
    const isWhole = !/^[\p{Ll}(]/u.test(parts[index + 1] ?? '');
    if (isWhole && short.trimEnd().length >= enough) break;
  }
  return short.trimEnd();
}
