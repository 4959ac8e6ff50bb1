import {
  folded,
  isUnchanged,
  optionsOf,
  slider,
  toggle,
  type Values,
} from '../../../domain/labs/control.ts';
import { number } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { drawing, keys } from '../draw.ts';
import { type Lab, type LabView, numberOf } from '../lab.ts';
import { library, question } from './library.ts';
import { type Chunk, type Citable, chunksOf, citable, type Hit, retrieve } from './retrieve.ts';

const controls = [
  slider('size', 'Chunk size', [1, 5, 1], 1, 'sentences'),
  slider('k', 'k: chunks that the model reads', [1, 10, 1], 3),
  toggle('rerank', 'Rerank the first ten'),
  ...folded(toggle('current', 'Leave out superseded editions')),
];

function searched(values: Values) {
  const isFiltered = values['current'] === true;
  const size = numberOf(values, 'size');
  const hasReranker = values['rerank'] === true;
  const hits = retrieve({ size, k: numberOf(values, 'k'), hasReranker, isFiltered });
  return { hits, size, isFiltered, found: citable(hits) };
}

function isRight({ hasRule, hasException, hasOutdated }: Citable): boolean {
  return hasRule && hasException && !hasOutdated;
}

function view(values: Values): LabView {
  const { hits, size, isFiltered, found } = searched(values);
  return {
    ...verdict(found),
    result: inWords(found),
    figure: map(chunksOf(size, isFiltered), hits),
    more: markup`<div class="wide lab-words"><p><strong>The question:</strong> “${question}”</p><ol>${hits.map(
      ({ chunk, byWords }) =>
        markup`<li>${chunk.text} <span class="small">${chunk.document.name}, rank ${byWords} by words</span></li>`,
    )}</ol><p class="small">Drug, hours, and documents are invented. Search is by words (BM25). The reranker is perfect; a real one makes mistakes.</p></div>`,
    table: {
      caption: 'What the model reads, best first',
      columns: ['Chunk', 'Document', 'Rank by words', 'BM25'],
      rows: hits.map(({ chunk, byWords, score }) => [
        chunk.text,
        chunk.document.name,
        String(byWords),
        number(score, 2),
      ]),
    },
  };
}

function verdict(found: Citable): Pick<LabView, 'value' | 'unit'> {
  const { hasRule, hasException, hasOutdated } = found;
  const unit = 'can be cited';
  if (isRight(found)) return { value: 'Rule and exception', unit };
  if (hasRule && hasException) return { value: 'Both, and an old rule', unit };
  if (hasRule) return { value: hasOutdated ? 'Two rules' : 'Only the rule', unit };
  return { value: hasOutdated ? 'Only an old rule' : 'Nothing', unit };
}

function inWords(found: Citable): string {
  const { hasRule, hasException, hasOutdated, words } = found;
  const answer = hasException
    ? 'The answer can say 110 hours for this patient.'
    : hasRule
      ? 'The answer says 60 hours, and this patient needs 110.'
      : hasOutdated
        ? 'The answer says 20 hours, and this patient needs 110.'
        : 'The answer has no source to cite, and should say so.';
  return `${answer}${hasRule && hasOutdated ? ' The 2019 edition, with 20 hours, came along.' : ''} The model reads ${words} words.`;
}

/** All sentences by document, grouped into chunks; what the model reads is filled. */
function map(chunks: readonly Chunk[], hits: readonly Hit[]): Markup {
  const isRead = (chunk: Chunk): boolean =>
    hits.some((hit) => hit.chunk.document === chunk.document && hit.chunk.first === chunk.first);
  const signs = { rule: 'rule', exception: 'but', outdated: 'old' };
  return markup`<div class="wide">${drawing(
    [600, 196],
    `What the model reads: ${hits.map(({ chunk }) => `${chunk.document.name}, “${chunk.text}”`).join('; ')}`,
    ...library.map(({ name }, row) => markup`<text x="0" y="${30 + 50 * row}">${name}</text>`),
    ...chunks.map((chunk) => {
      const row = library.indexOf(chunk.document);
      const [x, y] = [176 + 85 * chunk.first, 4 + 50 * row];
      const width = 85 * chunk.sentences.length - 7;
      return markup`<rect class="${isRead(chunk) ? 'fill-a' : 'fill-faint'}" x="${x}" y="${y}" width="${width}" height="40" rx="6"/>${chunk.sentences.map(
        ({ role }, at) =>
          role &&
          markup`<text class="${isRead(chunk) ? 'on-fill' : ''}" x="${x + 39 + 85 * at}" y="${y + 27}" text-anchor="middle">${signs[role]}</text>`,
      )}`;
    }),
  )}${keys(['fill-a', 'the model reads it'], ['fill-faint', 'it doesn’t'])}<p class="small">A box is a chunk of 1 to 5 sentences. Rule: the 2025 rule. But: its exception. Old: 2019.</p></div>`;
}

export const lab: Lab = {
  id: 'retrieval',
  title: 'Cut a guideline into chunks',
  aliases: ['retrieval', 'RAG', 'chunking', 'chunk size'],
  theme: 'data',
  still: {
    value: '20 passages',
    unit: '3 of them read',
    question: 'Which sentence can the answer still cite?',
    drawing:
      '<path class="off" d="M20 66h50v18H20zM132 66h50v18h-50zM188 66h50v18h-50zM244 66h56v18h-56zM76 92h50v18H76zM132 92h50v18h-50zM188 92h50v18h-50zM244 92h56v18h-56zM20 118h50v18H20zM76 118h50v18H76zM188 118h50v18h-50z"/><path class="on" d="M76 66h50v18H76zM20 92h50v18H20zM132 118h50v18h-50z"/>',
  },
  guess: {
    kind: 'choice',
    question:
      'Your assistant cuts guidelines into single sentences and reads the best 3. “Stop the drug 60 hours before a spinal tap” is one. The next says “in severe renal impairment, wait 110 hours.” A doctor asks about a patient with kidney failure. What can the answer cite?',
    options: optionsOf({
      both: 'Rule and exception',
      rule: 'Only the rule',
      exception: 'Only the exception',
    }),
    truth: 'rule',
    because:
      'alone, the exception names neither the drug nor the procedure, so the search doesn’t find it.',
  },
  controls,
  view,
  challenges: [
    {
      task: 'Let the answer cite the rule and its exception, nothing outdated, and read at most 40 words.',
      isMet: (values) => {
        const { found } = searched(values);
        return isRight(found) && found.words <= 40;
      },
      solution: { size: 2, k: 2, rerank: true, current: true },
    },
    {
      task: 'Do it without leaving out superseded editions, at any length.',
      isMet: (values) =>
        isUnchanged(controls, values, 'size', 'k', 'rerank') && isRight(searched(values).found),
      solution: { size: 5, k: 1, rerank: true },
    },
  ],
  misconception: 'The reranker will fix what the search missed.',
  say: 'I look at what the model reads before I look at what it writes. A reranker can’t bring back a sentence that search never found.',
  questions: ['6md', 'xg9', '46z'],
  sources: ['robertson-zaragoza-bm25-2009', 'langchain-retrieval'],
};
