import { describe, expect, it } from 'vitest';
import { cardIdSchema } from '../progress/records.ts';
import { blank, flashcardOf, namedFirst } from './flashcards.ts';

const fhir = {
  id: 'fhir',
  term: 'FHIR',
  expansion: 'Fast Healthcare Interoperability Resources',
  definition:
    'HL7’s standard. “FHIR compliant” alone promises little; see the FHIR standard, fhir.',
  aliases: ['FHIR standard', 'health data exchange'],
};

describe('a flashcard', () => {
  it('asks for the meaning of a term', () => {
    const card = flashcardOf(fhir, 0);
    expect(card).toMatchObject({ card: 'term:fhir', front: 'FHIR' });
    expect(card.back).toEqual([fhir.expansion, fhir.definition]);
  });

  it('asks for the term from its meaning, without giving its names away', () => {
    const card = flashcardOf(fhir, 1);
    expect(card.front).toBe(
      `HL7’s standard. “${blank} compliant” alone promises little; see the ${blank}, ${blank}.`,
    );
    expect(card.back).toEqual(['FHIR', fhir.expansion]);
  });

  it('has no line for a missing expansion', () => {
    const { expansion: _, ...plain } = fhir;
    expect(flashcardOf(plain, 1).back).toEqual(['FHIR']);
    expect(flashcardOf(plain, 0).back).toEqual([plain.definition]);
  });

  it('is one card in both directions, which take turns', () => {
    const [first, second] = [0, 1].map((reps) => flashcardOf(fhir, reps));
    expect([first?.direction, second?.direction]).toEqual(['term-first', 'meaning-first']);
    expect(first?.card).toBe(second?.card);
    expect(cardIdSchema.safeParse(first?.card).success).toBe(true);
  });
});

describe('terms of today’s questions', () => {
  const hl7 = { ...fhir, id: 'hl7', term: 'HL7', aliases: [] };
  const rag = { id: 'rag', term: 'RAG', definition: 'Looks things up.', aliases: ['retrieval'] };

  it('come first, in the order in which the questions name them, by any name', () => {
    const texts = ['How does retrieval help?', 'What is FHIR, and why does retrieval matter?'];
    expect(namedFirst([hl7, fhir, rag], texts).map(({ id }) => id)).toEqual(['rag', 'fhir', 'hl7']);
    expect(namedFirst([hl7, fhir, rag], [])).toEqual([hl7, fhir, rag]);
  });
});
