import { markup } from '../../markup.ts';
import { arrow, boxes, boxesOf, type Figure, frame, round } from '../diagram.ts';

const cell = boxesOf(164, 44);
const tall = boxesOf(164, 60);
const library = cell(12, 34, 'data', 'Library\nowner, version, date');
const index = cell(12, 102, 'data', 'Index\ndose tables kept whole');
const question = round(cell(226, 34, 'human', 'Question\nfrom a clinician'));
const search = cell(226, 102, 'model', 'Search\nby keyword and vector');
const rerank = cell(226, 172, 'model', 'Rerank\nbest passages first');
const write = cell(226, 242, 'model', 'Language model\nwrites from passages');
const check = cell(226, 312, 'risk', 'Check\nsentence by sentence');
const answer = tall(226, 382, 'good', 'Answer\na passage per claim\ntwo, if sources differ');
const none = tall(12, 234, 'good', '“I found no source”\nand the number of\na specialist on call');

export const figure: Figure = {
  sources: [],
  caption:
    'If search misses a passage, no later step can bring it back. Two steps must be able to end in “I found no source.”',
  description:
    'At the top left, before anyone asks: a library whose documents have an owner, a version, and a date goes into an index that keeps dose tables whole. On the right, for each question: a clinician asks, search goes through the index by keyword and vector, passages are reranked, the language model writes from them, and each sentence is checked against its passage. A passage that search misses can’t come back. If nothing fits after reranking, or a passage doesn’t support its sentence, the reply is “I found no source” with the number of a specialist on call. Otherwise the answer shows each claim with its passage, and both sources where they differ.',
  height: 450,
  content: markup`
    ${frame({ x: 4, y: 8, w: 180, h: 146 }, 'Before anyone asks')}
    ${boxes(library, index, question, search, rerank, write, check, answer, none)}
    ${arrow([library, index])}
    ${arrow([question, search])}
    ${arrow([index, search])}
    ${arrow([search, rerank], { label: 'a miss here is final', labelSide: 'start' })}
    ${arrow([rerank, write, check, answer])}
    ${arrow([226, 194, 94, 194, 94, 234], { isDashed: true, label: 'nothing fits' })}
    ${arrow([226, 334, 94, 334, 94, 294], { isDashed: true, label: 'unsupported', labelSide: 'start' })}
  `,
};
