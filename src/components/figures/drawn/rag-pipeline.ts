import { markup } from '../../markup.ts';
import { arrow, arrowThrough, boxes, frame } from '../diagram.ts';
import type { Figure } from '../figure.ts';
import { boxesOf, round } from '../make-boxes.ts';

const cell = boxesOf(164, 44);
const library = cell(12, 34, 'data', 'Library', 'owner, version, date');
const index = cell(12, 102, 'data', 'Index', 'dose tables kept whole');
const question = round(cell(226, 34, 'human', 'Question', 'from a clinician'));
const search = cell(226, 102, 'model', 'Search', 'by words and vectors');
const rerank = cell(226, 172, 'model', 'Rerank', 'best passages first');
const write = cell(226, 242, 'model', 'Language model', 'writes from passages');
const check = cell(226, 312, 'risk', 'Check', 'sentence by sentence');
const answer = boxesOf(164, 60)(
  226,
  382,
  'good',
  'Answer',
  'each claim its passage',
  'both, if sources differ',
);
const none = boxesOf(164, 60)(
  12,
  234,
  'good',
  '“I found no source”',
  'and the number of the',
  'pharmacist on call',
);

/** Where a medical retrieval system can fail, in the order of its steps. */
export const figure: Figure = {
  id: 'rag-pipeline',
  caption:
    'If search misses a passage, no later step can bring it back. Two steps must be able to end in “I found no source.”',
  description:
    'Above left, before anyone asks: a library whose documents have an owner, a version, and a date goes into an index that keeps dose tables whole. On the right, for each question: a clinician asks, search goes through the index by words and vectors, passages are reranked, the language model writes from them, and each sentence is checked against its passage. A passage that search misses stays missing. If nothing fits after reranking, or a passage doesn’t carry its sentence, the reply is “I found no source” with the number of the pharmacist on call. Otherwise the answer shows each claim with its passage, and both sources where they differ.',
  height: 450,
  content: markup`${frame({ x: 4, y: 8, w: 180, h: 146 }, 'Before anyone asks')}${boxes(library, index, question, search, rerank, write, check, answer, none)}${arrow(library, index)}${arrow(question, search)}${arrow(index, search)}${arrow(search, rerank, { label: 'a miss here stays', labelSide: 'start' })}${arrow(rerank, write)}${arrow(write, check)}${arrow(check, answer)}${arrowThrough(
    [226, 194, 94, 194, 94, 234],
    { isDashed: true, label: 'nothing fits' },
  )}${arrowThrough([226, 334, 94, 334, 94, 294], {
    isDashed: true,
    label: 'unsupported',
    labelSide: 'start',
  })}`,
};
