import { markup } from '../../markup.ts';
import { arrow, arrowThrough, type Box, boxes, words } from '../diagram.ts';
import type { Figure } from '../figure.ts';
import { rail } from '../marks.ts';

const w = 190;
const h = 44;
const note: Box = { x: 8, y: 8, w, h, lines: ['Signed summary', 'overnight'], tone: 'data' };
const find: Box = {
  x: 8,
  y: 70,
  w,
  h,
  lines: ['Find the diagnoses', 'each with its sentence'],
  tone: 'plain',
};
const search: Box = {
  x: 8,
  y: 132,
  w,
  h,
  lines: ['Search candidates', 'with notes and rules'],
  tone: 'data',
};
const pick: Box = {
  x: 8,
  y: 194,
  w,
  h,
  lines: ['Model picks or abstains', 'quote, reason, then code'],
  tone: 'model',
};
const check: Box = {
  x: 8,
  y: 256,
  w,
  h,
  lines: ['Plain software checks', 'valid that day? quoted?'],
  tone: 'risk',
};
const codes: Box = {
  x: 234,
  y: 132,
  w: 158,
  h: 60,
  lines: ['Code set in force', 'on the discharge', 'or service date'],
  tone: 'data',
};
const strong: Box = { x: 8, y: 336, w: 114, h, lines: ['Strong', 'pre-filled'], tone: 'plain' };
const weak: Box = { x: 132, y: 336, w: 114, h, lines: ['Weak', 'in the queue'], tone: 'plain' };
const contrary: Box = {
  x: 256,
  y: 336,
  w: 114,
  h,
  lines: ['Contradictory', 'asks physician'],
  tone: 'plain',
};
const coder: Box = {
  x: 8,
  y: 406,
  w: 238,
  h,
  lines: ['Coder decides and signs', 'sees the observed rate'],
  tone: 'human',
  isRound: true,
};
const claim: Box = { x: 8, y: 468, w: 114, h, lines: ['Claim'], tone: 'good' };
const audit: Box = {
  x: 152,
  y: 468,
  w: 218,
  h,
  lines: ['Audit, coded blind', 'missed and added, kept apart'],
  tone: 'human',
};

/** From a signed note to a coder’s decision, with the decision at each step. */
export const figure: Figure = {
  id: 'coding-assistant',
  caption:
    'The model’s pick is one step. The dated code set is checked before and after it, and a coder decides.',
  description:
    'Overnight, from the signed summary: the diagnoses are found, each with its sentence; candidates are searched with their notes and rules in the code set in force on the discharge or service date; the model picks from them or abstains, and writes quote, rule, and reason before code and score; plain software asks the same code set whether the code was valid that day, and whether the quote is in the chart. Then three lanes: strong suggestions are pre-filled, weak ones go to the queue, contradictory notes become a question to the physician. A coder decides and signs, and the claim follows. An audit coded blind counts missed and added codes apart; its observed rates lead back to the lanes.',
  height: 520,
  content: markup`${boxes(note, find, search, pick, check, codes, strong, weak, contrary, coder, claim, audit)}${arrow(note, find)}${arrow(find, search)}${arrow(search, pick)}${arrow(pick, check)}${arrow(codes, search)}${arrowThrough(
    [
      [313, 192],
      [313, 278],
      [198, 278],
    ],
  )}${words(206, 272, 'asked again')}${rail([
    [103, 300],
    [103, 318],
  ])}${rail([
    [65, 318],
    [313, 318],
  ])}${[strong, weak, contrary].map(({ x }) =>
    arrowThrough([
      [x + 57, 318],
      [x + 57, 336],
    ]),
  )}${arrow(strong, coder)}${arrow(weak, coder)}${arrowThrough(
    [
      [313, 380],
      [313, 428],
      [246, 428],
    ],
    { isDashed: true },
  )}${arrow(coder, claim)}${arrow(coder, audit, { isDashed: true })}${arrowThrough(
    [
      [370, 490],
      [386, 490],
      [386, 318],
      [317, 318],
    ],
    { isDashed: true },
  )}`,
};
