import { randomFrom } from '../src/domain/mock/random.ts';
import type { QuestionWithHint } from '../src/domain/search/build-instant.ts';

/**
 * Makes a guide of any size from the real one: each further copy of a question has its own code
 * and slug, and a fifth of its words of five letters and more are replaced by new words, a
 * quarter of which no other copy has, so that the vocabulary grows as in real texts. The same
 * `count` gives the same guide.
 */
export function growCorpus(real: readonly QuestionWithHint[], count: number): QuestionWithHint[] {
  const next = randomFrom(1);
  const random = (): number => next() / 2 ** 32;
  return Array.from({ length: count }, (_, place) => {
    const original = real[place % real.length];
    if (original === undefined) throw new Error('There are no questions to grow from');
    const copy = Math.floor(place / real.length);
    if (copy === 0) return original;
    const changed = (text: string): string =>
      text.replace(/\p{L}{5,}/gu, (word) => (random() < 0.2 ? newWord(word, copy, random) : word));
    const { question, hint } = original;
    return {
      hint: changed(hint),
      question: {
        ...question,
        number: place + 1,
        code: place.toString(36).padStart(3, '0'),
        slug: `${question.slug}-${copy}`,
        title: changed(question.title),
        label: changed(question.label),
        summary: changed(question.summary),
        aliases: question.aliases.map(changed),
      },
    };
  });
}

const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ');

function newWord(word: string, copy: number, random: () => number): string {
  const seed = random() < 0.25 ? copy : copy % 10;
  const ending = [seed, seed * 7 + word.length, seed * 13].map(
    (number) => syllables[number % syllables.length],
  );
  return word.slice(0, 3) + ending.join('');
}
