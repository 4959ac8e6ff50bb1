import { bm25, wordsOf } from '../../../domain/labs/bm25.ts';
import { number } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { chart, series } from '../draw.ts';
import { type LabCode, type LabWords, numberOf } from '../lab.ts';

type Words = LabWords<'retrieval'>;

/** Neighboring sentences in a document, starting at `first`. */
type Chunk = ReturnType<typeof chunksOf>[number];

type Hit = ReturnType<typeof retrieve>[number];

type Search = Record<'size' | 'k', number> & Record<'hasReranker' | 'isFiltered', boolean>;

function chunksOf({ documents }: Words['facts'], size: number, isFiltered: boolean) {
  return documents
    .filter(({ isOutdated }) => !(isFiltered && isOutdated))
    .flatMap((document) =>
      series(Math.ceil(document.sentences.length / size), (at) => {
        const first = at * size;
        const sentences = document.sentences.slice(first, first + size);
        return { document, first, sentences, text: sentences.map(({ text }) => text).join(' ') };
      }),
    );
}

/**
 * Returns the first `k` chunks, which the model reads, best first. Each has up to `size` sentences.
 * BM25 ranks them. If there is a reranker, it then sorts the first ten by how well their best
 * sentence answers the question. Unlike a real reranker, this one makes no mistakes.
 */
export function retrieve(facts: Words['facts'], { size, k, hasReranker, isFiltered }: Search) {
  const chunks = chunksOf(facts, size, isFiltered);
  const texts = chunks.map(({ text }) => text);
  const scores = bm25(facts.question, texts);
  const hits = chunks
    .map((chunk, at) => ({ chunk, score: scores[at] ?? 0 }))
    .sort((a, b) => b.score - a.score)
    .map((hit, at) => ({ ...hit, byWords: at + 1 }));
  if (!hasReranker) return hits.slice(0, k);
  const grade = ({ sentences }: Chunk) => Math.max(...sentences.map((one) => one.grade));
  const best = hits.slice(0, 10).sort((a, b) => grade(b.chunk) - grade(a.chunk));
  return best.slice(0, k);
}

/** What the answer can cite and how many words the model reads. */
type Citable = ReturnType<typeof citable>;

export function citable(hits: readonly Hit[]) {
  const roles = new Set(hits.flatMap(({ chunk }) => chunk.sentences.map(({ role }) => role)));
  return {
    hasRule: roles.has('rule'),
    hasException: roles.has('exception'),
    hasOutdated: roles.has('outdated'),
    words: hits.reduce((sum, { chunk }) => sum + wordsOf(chunk.text).length, 0),
  };
}

export const view: LabCode<'retrieval'>['view'] = (values, words) => {
  const { say, facts } = words;
  const isFiltered = values['current'] === true;
  const size = numberOf(values, 'size');
  const k = numberOf(values, 'k');
  const hits = retrieve(facts, { size, k, hasReranker: values['rerank'] === true, isFiltered });
  const cited = citable(hits);
  return {
    value: say(verdict(cited)),
    unit: say('unit'),
    result: `${say(`result-${verdict(cited)}`)} ${say('words', { words: cited.words })}`,
    measures: {
      cited: Number(cited.hasRule) + Number(cited.hasException),
      outdated: Number(cited.hasOutdated),
      words: cited.words,
    },
    figure: map(chunksOf(facts, size, isFiltered), hits, words),
    note: say('note'),
    more: markup`<div class="wide lab-words"><p><strong>${say('question')}</strong> “${facts.question}”</p>
      <p class="fine-print">${say('invented')}</p></div>`,
    table: {
      caption: say('caption'),
      columns: ['Chunk', 'Document', 'Keyword rank', 'BM25'],
      rows: hits.map(({ chunk, byWords, score }) => {
        return [chunk.text, chunk.document.name, String(byWords), number(score, 2)];
      }),
    },
  };
};

/** Returns the name of the text that describes the result. */
function verdict({ hasRule, hasException, hasOutdated }: Citable): string {
  if (hasRule && hasException) return hasOutdated ? 'all' : 'both';
  if (hasRule) return hasOutdated ? 'two' : 'rule';
  return hasOutdated ? 'old' : 'nothing';
}

function map(chunks: readonly Chunk[], hits: readonly Hit[], { say, facts }: Words): Markup {
  const isRead = (chunk: Chunk): boolean =>
    hits.some((hit) => hit.chunk.document === chunk.document && hit.chunk.first === chunk.first);
  const signs = { rule: 'rule', exception: 'but', outdated: 'old' };
  return chart(
    [600, 196],
    {
      label: say('picture', {
        hits: hits.map(({ chunk }) => `${chunk.document.name}, “${chunk.text}”`).join('; '),
      }),
      keys: [
        ['fill-a', 'the model reads it'],
        ['fill-faint', 'the model doesn’t read it'],
      ],
    },
    ...facts.documents.map(
      ({ name }, row) => markup`<text x="0" y="${30 + 50 * row}">${name}</text>`,
    ),
    ...chunks.map((chunk) => {
      const row = facts.documents.indexOf(chunk.document);
      const [x, y] = [176 + 85 * chunk.first, 4 + 50 * row];
      const width = 85 * chunk.sentences.length - 7;
      const words = chunk.sentences.map(
        ({ role }, at) =>
          role &&
          markup`<text class="${isRead(chunk) ? 'on-fill' : ''}" x="${x + 39 + 85 * at}" y="${y + 27}"
            text-anchor="middle">${signs[role]}</text>`,
      );
      return markup`<rect class="${isRead(chunk) ? 'fill-a' : 'fill-faint'}" x="${x}" y="${y}" width="${width}" height="40"
        rx="6"/>${words}`;
    }),
  );
}
