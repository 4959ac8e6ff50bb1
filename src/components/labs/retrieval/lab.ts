import { bm25, wordsOf } from '../../../domain/labs/bm25.ts';
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
import { drawing, keys, series } from '../draw.ts';
import { type Lab, type LabView, numberOf } from '../lab.ts';

interface Sentence {
  readonly text: string;
  /** Needed for the answer, or must not be cited. */
  readonly role?: 'rule' | 'exception' | 'outdated';
  /** How well it answers the question for a reader who understands both, 0 to 3. */
  readonly grade: number;
}

interface LibraryDocument {
  readonly name: string;
  readonly isOutdated?: boolean;
  readonly sentences: readonly Sentence[];
}

/** The question as a clinician types it. */
const question =
  'Patient with kidney failure takes velixaban. How many hours before a spinal tap do we stop it?';

/** Twenty passages in four documents. Drug, hours, and documents are invented. */
export const library: readonly LibraryDocument[] = [
  {
    name: 'Guideline 2025',
    sentences: [
      { text: 'Stop velixaban 60 hours before a spinal tap.', role: 'rule', grade: 3 },
      { text: 'In severe renal impairment, wait 110 hours instead.', role: 'exception', grade: 3 },
      { text: 'Low-dose heparin must be paused for 12 hours.', grade: 0 },
      { text: 'Restart six hours after a procedure without bleeding.', grade: 1 },
      { text: 'Ask a hematologist about patients treated with two blood thinners.', grade: 0 },
    ],
  },
  {
    name: 'Guideline 2019',
    isOutdated: true,
    sentences: [
      { text: 'Stop velixaban 20 hours before a spinal tap.', role: 'outdated', grade: 3 },
      { text: 'No other pause applies to velixaban.', role: 'outdated', grade: 2 },
      { text: 'Low-dose heparin must be paused for 8 hours.', grade: 0 },
      { text: 'Restart on the same day.', grade: 0 },
      { text: 'Platelets above 80 are enough for a spinal tap.', grade: 0 },
    ],
  },
  {
    name: 'Drug leaflet',
    sentences: [
      { text: 'Velixaban is taken twice a day, with or without food.', grade: 0 },
      { text: 'The kidneys clear a third of velixaban.', grade: 1 },
      { text: 'In kidney failure, take half the dose.', grade: 1 },
      { text: 'A patient who takes velixaban should carry a card.', grade: 0 },
      { text: 'Bruising is common in the first weeks.', grade: 0 },
    ],
  },
  {
    name: 'Patient page',
    sentences: [
      { text: 'How long does a spinal tap take? About 30 minutes.', grade: 0 },
      { text: 'Do not stop a blood thinner before we say so.', grade: 0 },
      { text: 'A headache in the days after a spinal tap is common.', grade: 0 },
      { text: 'Drink fluids normally before your visit.', grade: 0 },
      { text: 'Call us if you have a fever.', grade: 0 },
    ],
  },
];

/** Neighboring sentences of one document, from `first` on. */
type Chunk = ReturnType<typeof chunksOf>[number];

type Hit = ReturnType<typeof retrieve>[number];

function chunksOf(size: number, isFiltered: boolean) {
  return library
    .filter(({ isOutdated }) => !(isFiltered && isOutdated))
    .flatMap((document) =>
      series(Math.ceil(document.sentences.length / size), (at) => {
        const first = at * size;
        const sentences = document.sentences.slice(first, first + size);
        return { document, first, sentences, text: sentences.map(({ text }) => text).join(' ') };
      }),
    );
}

interface Search {
  readonly size: number;
  readonly k: number;
  readonly hasReranker: boolean;
  readonly isFiltered: boolean;
}

/**
 * The `k` chunks of `size` sentences that the model reads, best first: by BM25, and with a reranker
 * the first ten by how well their best sentence answers. This reranker is ideal; a real one makes
 * mistakes.
 */
export function retrieve({ size, k, hasReranker, isFiltered }: Search) {
  const chunks = chunksOf(size, isFiltered);
  const texts = chunks.map(({ text }) => text);
  const scores = bm25(question, texts);
  const hits = chunks
    .map((chunk, at) => ({ chunk, score: scores[at] ?? 0 }))
    .sort((a, b) => b.score - a.score)
    .map((hit, at) => ({ ...hit, byWords: at + 1 }));
  if (!hasReranker) return hits.slice(0, k);
  const grade = ({ sentences }: Chunk) => Math.max(...sentences.map((one) => one.grade));
  const best = hits.slice(0, 10).sort((a, b) => grade(b.chunk) - grade(a.chunk));
  return best.slice(0, k);
}

/** What the answer can cite, and how many words the model reads. */
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

const controls = [
  slider('size', 'Chunk size', [1, 5, 1], 1, 'sentences'),
  slider('k', 'k: chunks that the model reads', [1, 10, 1], 3),
  toggle('rerank', 'Rerank the top ten chunks'),
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
        markup`<li>${chunk.text} <span class="fine-print">${chunk.document.name}, keyword rank ${byWords}</span></li>`,
    )}</ol><p class="fine-print">Drug, hours, and documents are invented. Search matches words (BM25). The reranker is perfect; a real one makes mistakes.</p></div>`,
    table: {
      caption: 'What the model reads, best first',
      columns: ['Chunk', 'Document', 'Keyword rank', 'BM25'],
      rows: hits.map(({ chunk, byWords, score }) => {
        return [chunk.text, chunk.document.name, String(byWords), number(score, 2)];
      }),
    },
  };
}

function verdict(found: Citable): Pick<LabView, 'value' | 'unit'> {
  const { hasRule, hasException, hasOutdated } = found;
  const unit = 'can be cited';
  if (isRight(found)) return { value: 'Rule and exception', unit };
  if (hasRule && hasException) return { value: 'Rule, exception, old rule', unit };
  if (hasRule) return { value: hasOutdated ? 'Two rules' : 'Only the rule', unit };
  return { value: hasOutdated ? 'Only an old rule' : 'Nothing', unit };
}

function inWords(found: Citable): string {
  const { hasRule, hasException, hasOutdated, words } = found;
  const answer = hasException
    ? 'The answer can say 110 hours for this patient.'
    : hasRule
      ? 'The answer says 60 hours, but this patient needs 110.'
      : hasOutdated
        ? 'The answer says 20 hours, but this patient needs 110.'
        : 'The answer has no source to cite, and should say so.';
  return `${answer}${hasRule && hasOutdated ? ' The 2019 edition, which says 20 hours, is among the results.' : ''} The model reads ${words} words.`;
}

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
  )}${keys(['fill-a', 'the model reads it'], ['fill-faint', 'the model doesn’t read it'])}<p class="fine-print">A box is a chunk of 1 to 5 sentences. Rule: the 2025 rule. But: its exception. Old: the 2019 edition.</p></div>`;
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
      task: 'Get the answer to cite the rule and its exception, but nothing outdated. The model may read at most 40 words.',
      isMet: (values) => {
        const { found } = searched(values);
        return isRight(found) && found.words <= 40;
      },
      solution: { size: 2, k: 2, rerank: true, current: true },
    },
    {
      task: 'Do the same without leaving out superseded editions, with no word limit.',
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
