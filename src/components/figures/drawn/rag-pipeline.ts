import { markup } from '../../markup.ts';
import { arrow, arrowThrough, type Box, boxes, frame } from '../diagram.ts';
import type { Figure } from '../figure.ts';

const guidelines: Box = {
  x: 20,
  y: 40,
  w: 150,
  h: 48,
  lines: ['Guidelines', 'dated, versioned'],
  tone: 'data',
};
const index: Box = {
  x: 20,
  y: 120,
  w: 150,
  h: 48,
  lines: ['Index', 'passages, vectors'],
  tone: 'data',
};
const question: Box = {
  x: 230,
  y: 40,
  w: 150,
  h: 48,
  lines: ['Question', 'from a clinician'],
  tone: 'human',
  isRound: true,
};
const search: Box = {
  x: 230,
  y: 120,
  w: 150,
  h: 48,
  lines: ['Retrieve', 'words and vectors'],
  tone: 'model',
};
const none: Box = {
  x: 20,
  y: 214,
  w: 150,
  h: 48,
  lines: ['“I don’t know”', 'nothing fits well'],
  tone: 'good',
};
const passages: Box = {
  x: 230,
  y: 214,
  w: 150,
  h: 48,
  lines: ['Passages', 'with their dates'],
  tone: 'data',
};
const model: Box = {
  x: 230,
  y: 294,
  w: 150,
  h: 48,
  lines: ['Language model', 'only from passages'],
  tone: 'model',
};
const check: Box = {
  x: 230,
  y: 374,
  w: 150,
  h: 48,
  lines: ['Check citations', 'each claim, each dose'],
  tone: 'risk',
};
const answer: Box = {
  x: 20,
  y: 374,
  w: 150,
  h: 48,
  lines: ['Answer', 'with its passages'],
  tone: 'good',
};

/** Where a medical retrieval system can fail, in the order of its steps. */
export const figure: Figure = {
  id: 'rag-pipeline',
  caption:
    'Two places decide whether it is safe: what may be retrieved, and what happens when nothing fits.',
  description:
    'Above, done before anybody asks: dated, versioned guidelines are cut into passages and put into an index. Below, done for each question: the question goes to retrieval, which searches the index. If nothing fits well, the system says that it doesn’t know. Otherwise the passages, with their dates, go to the language model, which answers only from them; citations are checked claim by claim, and the answer is shown with its passages.',
  height: 440,
  content: markup`${frame({ x: 8, y: 8, w: 174, h: 172 }, 'Before anybody asks')}${boxes(guidelines, index, question, search, none, passages, model, check, answer)}${arrow(guidelines, index)}${arrow(question, search)}${arrow(index, search)}${arrow(search, passages)}${arrowThrough(
    [
      [255, 168],
      [255, 196],
      [95, 196],
      [95, 214],
    ],
    { isDashed: true },
  )}${arrow(passages, model)}${arrow(model, check)}${arrow(check, answer)}`,
};
