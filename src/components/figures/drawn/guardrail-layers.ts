import { markup } from '../../markup.ts';
import { arrow, arrowThrough, type Box, boxes } from '../diagram.ts';
import type { Figure } from '../figure.ts';

const x = 8;
const w = 204;
const message: Box = {
  x,
  y: 8,
  w,
  h: 32,
  lines: ['Message from a patient'],
  tone: 'human',
  isRound: true,
};
const rules: Box = {
  x,
  y: 60,
  w,
  h: 62,
  lines: ['Emergency rules', 'outside the model', 'misses vague words'],
};
const filters: Box = {
  x,
  y: 142,
  w,
  h: 62,
  lines: ['Classifiers', 'may add an alarm, not cancel', 'can’t check a dose'],
};
const model: Box = {
  x,
  y: 224,
  w,
  h: 62,
  lines: ['Model, approved texts', 'exercises, discharge plan', 'misses an outdated leaflet'],
  tone: 'model',
};
const output: Box = {
  x,
  y: 306,
  w,
  h: 77,
  lines: [
    'Output rules',
    'doses, diagnoses, no source',
    'misses true advice that is',
    'wrong for this patient',
  ],
};
const answer: Box = { x, y: 403, w, h: 32, lines: ['Answer'], tone: 'good', isRound: true };
const fixed: Box = {
  x: 244,
  y: 60,
  w: 148,
  h: 62,
  lines: ['Fixed words', '“Call 911 now”', 'no model at all'],
  tone: 'good',
};
const refused: Box = {
  x: 244,
  y: 150,
  w: 148,
  h: 46,
  lines: ['Refused', 'out of scope'],
  tone: 'good',
};
const nurse: Box = {
  x: 244,
  y: 306,
  w: 148,
  h: 46,
  lines: ['A nurse', 'gets the whole chat'],
  tone: 'human',
};
const nobody: Box = {
  x: 244,
  y: 374,
  w: 148,
  h: 62,
  lines: ['None in 10 min?', 'on-call number,', 'logistics only'],
  tone: 'risk',
};
const log: Box = {
  x,
  y: 464,
  w: 384,
  h: 46,
  lines: ['Log: every trigger, and chats without one', 'two nurses read both each week'],
  tone: 'data',
};

/** The layers around a chatbot for patients: what each lets out, and what each misses. */
export const figure: Figure = {
  id: 'guardrail-layers',
  caption:
    'Each check has its own way out and its own blind spot; only the first never calls the model.',
  description:
    'A message passes in order: emergency rules outside the model, which answer with fixed words (“Call 911 now”) and miss vague ones; classifiers, which refuse abuse and prompt attacks, may add an alarm but never cancel one, and can’t check a dose; the model with approved texts, where an outdated leaflet goes unnoticed; output rules against doses, diagnoses, and claims without a source, which hand the whole chat to a nurse and miss true advice that is wrong for this patient. If no nurse picks up in ten minutes: the on-call number, and logistics only. What passes all is the answer. Triggers, and chats without one, are logged and read by two nurses each week.',
  height: 518,
  content: markup`${boxes(message, rules, filters, model, output, answer, fixed, refused, nurse, nobody, log)}${arrow(message, rules)}${arrow(rules, filters)}${arrow(filters, model)}${arrow(model, output)}${arrow(output, answer)}${arrow(rules, fixed)}${arrow(filters, refused)}${arrow(output, nurse)}${arrow(nurse, nobody, { isDashed: true })}${arrowThrough(
    [
      [110, 435],
      [110, 464],
    ],
    { isDashed: true },
  )}${arrowThrough(
    [
      [318, 436],
      [318, 464],
    ],
    { isDashed: true },
  )}`,
};
