import { sentencesIn } from '../words/sentences.ts';

/** Minimum number of characters in a short definition. */
const enough = 60;

/**
 * Returns just enough of a definition's first sentences to explain the term. Each page that uses
 * the term includes them. The full definition is in the glossary.
 */
export function shortDefinition(definition: string): string {
  const sentences = sentencesIn(definition);
  const texts = sentences.map((_, index) => sentences.slice(0, index + 1).join(' '));
  return texts.find(({ length }) => length >= enough) ?? definition;
}
