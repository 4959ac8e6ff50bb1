/**
 * BM25, the standard way to rank passages by the words they contain (Robertson and Zaragoza, Found
 * Trends Inf Retr 2009;3:333-389), with k1 = 1.2 and b = 0.75. The weight of a word, ln(1 + (N − n
 * + 0.5) / (n + 0.5)), is the variant that search engines use, because it is never negative.
 */
const k1 = 1.2;
const b = 0.75;

/** Returns the words in lowercase. Nothing is stemmed, so a plural doesn't match its singular. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

export function bm25(query: string, passages: readonly string[]): number[] {
  const documents = passages.map(wordsOf);
  const mean = documents.reduce((sum, words) => sum + words.length, 0) / documents.length;
  const terms = [...new Set(wordsOf(query))];
  const weights = terms.map((term) => {
    const holding = documents.filter((words) => words.includes(term)).length;
    return Math.log(1 + (documents.length - holding + 0.5) / (holding + 0.5));
  });
  return documents.map((words) =>
    terms.reduce((score, term, at) => {
      const often = words.filter((word) => word === term).length;
      const length = 1 - b + (b * words.length) / mean;
      return score + ((weights[at] ?? 0) * often * (k1 + 1)) / (often + k1 * length);
    }, 0),
  );
}
