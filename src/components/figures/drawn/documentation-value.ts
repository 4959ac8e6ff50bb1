import { markup } from '../../markup.ts';
import { arrow, arrowThrough, type Box, boxes } from '../diagram.ts';
import type { Figure } from '../figure.ts';
import { heading, rail } from '../marks.ts';

const h = 44;
const minutes: Box = {
  x: 24,
  y: 8,
  w: 196,
  h,
  lines: ['Minutes saved', '16 in 8 scheduled hours'],
  tone: 'data',
};
const notes: Box = {
  x: 236,
  y: 8,
  w: 156,
  h,
  lines: ['The new notes', 'not the minutes'],
  tone: 'data',
};
const visits: Box = {
  x: 24,
  y: 100,
  w: 156,
  h,
  lines: ['One more visit', 'once it is collected'],
  tone: 'good',
};
const contract: Box = {
  x: 24,
  y: 160,
  w: 156,
  h,
  lines: ['A contract ends', 'scribe, transcription'],
  tone: 'good',
};
const overtime: Box = {
  x: 24,
  y: 220,
  w: 156,
  h,
  lines: ['Overtime ends', 'a bill paid today'],
  tone: 'good',
};
const codes: Box = {
  x: 236,
  y: 100,
  w: 156,
  h,
  lines: ['Higher codes', 'zero until audited'],
  tone: 'faint',
};
const turnover: Box = {
  x: 236,
  y: 160,
  w: 156,
  h,
  lines: ['Someone stays', 'zero in base case'],
  tone: 'faint',
};
const evenings: Box = {
  x: 236,
  y: 220,
  w: 156,
  h,
  lines: ['An easier day', 'an outcome'],
  tone: 'human',
};
const cash: Box = {
  x: 24,
  y: 296,
  w: 156,
  h: 60,
  lines: ['Cash each month', 'v. license, idle seats,', 'one-off costs'],
  tone: 'data',
};
const wellbeing: Box = {
  x: 236,
  y: 296,
  w: 156,
  h: 60,
  lines: ['Wellbeing', 'a budget of its own,', 'with its own limit'],
  tone: 'human',
};
const keep: Box = { x: 24, y: 404, w: 156, h, lines: ['Keep it'], tone: 'good', isRound: true };
const stop: Box = {
  x: 236,
  y: 404,
  w: 156,
  h,
  lines: ['Stop', 'billed monthly'],
  tone: 'risk',
  isRound: true,
};

/** Minutes saved: which ways end in cash and which don’t. */
export const figure: Figure = {
  id: 'documentation-value',
  caption: 'Add up only the left side. The right side can be a reason to buy, under its own name.',
  description:
    'Minutes saved, 16 in eight scheduled hours, branch to two sides. Cash: one more visit, once it is collected; a scribe or transcription contract that ends; overtime that ends. These add up to cash each month, set against the license, idle seats, and one-off costs. Enough: keep it; short of it: stop, as billing is monthly. Not cash: someone stays, zero in the base case; an easier day, an outcome. The new notes, not the minutes, lead to higher codes, zero until audited. No arrow leads from the right side into cash; the easier day leads to a wellbeing budget of its own, and that is the one way from stop to still buying it.',
  height: 456,
  content: markup`${heading(102, 88, 'Cash', 'middle')}${heading(350, 88, 'Not cash', 'middle')}${boxes(minutes, notes, visits, contract, overtime, codes, turnover, evenings, cash, wellbeing, keep, stop)}${rail(
    [
      [204, 52],
      [204, 242],
    ],
  )}${[visits, contract, overtime].map(({ y }) =>
    arrowThrough([
      [204, y + 22],
      [180, y + 22],
    ]),
  )}${[turnover, evenings].map(({ y }) =>
    arrowThrough([
      [204, y + 22],
      [236, y + 22],
    ]),
  )}${arrow(notes, codes)}${[visits, contract, overtime].map(({ y }) =>
    rail([
      [24, y + 22],
      [10, y + 22],
    ]),
  )}${arrowThrough([
    [10, 122],
    [10, 326],
    [24, 326],
  ])}${arrow(evenings, wellbeing)}${arrow(cash, keep, { label: 'enough' })}${arrowThrough(
    [
      [180, 340],
      [208, 340],
      [208, 426],
      [236, 426],
    ],
    { label: 'short', labelSide: 'end' },
  )}${arrow(stop, wellbeing, { label: 'or for this', isDashed: true, labelSide: 'end' })}`,
};
