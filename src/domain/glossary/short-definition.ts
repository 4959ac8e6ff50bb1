import { sentencesIn } from '../words/sentences.ts';

/** Minimum number of characters in a short definition. */
const enough = 60;

/**
 * Shortens a definition to as few of its first sentences as are needed to explain the term. Each
 * page that uses a term includes the short definition. The glossary has the full one.
 */
export function shortDefinition(definition: string): string {
  const sentences = sentencesIn(definition);
  const texts = sentences.map((_, index) => sentences.slice(0, index + 1).join(' '));
  return texts.find(({ length }) => length >= enough) ?? definition;
}
