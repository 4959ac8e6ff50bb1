import { sentencesIn } from '../words/sentences.ts';

/** The minimum length of a short definition, in characters. */
const enough = 60;

/**
 * Shortens a definition to as few of its first sentences as it takes to reach the minimum length.
 * Pages that use a term include the short definition, and the glossary has the full one.
 */
export function shortDefinition(definition: string): string {
  const sentences = sentencesIn(definition);
  const texts = sentences.map((_, index) => sentences.slice(0, index + 1).join(' '));
  return texts.find(({ length }) => length >= enough) ?? definition;
}
