/** Abbreviations whose period doesn't end a sentence. */
const abbreviation =
  /(?:^|[\s(“])(?:vs?|e\.g|i\.e|Drs?|Mr|Mrs|Ms|Prof|No|Nos|Inc|Corp|Ltd|Co|St|cf|al|approx|Art|Sec|Fig|U\.S|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.$/;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

export function sentencesIn(text: string): string[] {
  const sentences: string[] = [];
  let open = '';
  for (const { segment } of segmenter.segment(text)) {
    open += segment;
    if (abbreviation.test(open.trimEnd())) continue;
    sentences.push(open.trim());
    open = '';
  }
  return [...sentences, open.trim()].filter((sentence) => sentence !== '');
}
