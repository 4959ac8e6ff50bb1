import { markup } from '../../markup.ts';
import { arrow, arrowThrough, type Box, boxes, frame } from '../diagram.ts';
import type { Figure } from '../figure.ts';
import { note, rail } from '../marks.ts';

const h = 42;
const gap: Box = {
  x: 92,
  y: 8,
  w: 216,
  h: 44,
  lines: ['A gap in one group', 'counts and an interval'],
  tone: 'risk',
};
const limit: Box = {
  x: 18,
  y: 94,
  w: 174,
  h,
  lines: ['Limit its use there', 'negatives read again'],
  tone: 'human',
};
const file: Box = {
  x: 208,
  y: 94,
  w: 174,
  h,
  lines: ['A dated file', 'reporting clocks run'],
  tone: 'risk',
};
const spectrum: Box = {
  x: 8,
  y: 172,
  w: 176,
  h,
  lines: ['Spectrum', 'too few, or other cases?'],
  tone: 'data',
};
const labels: Box = {
  x: 8,
  y: 226,
  w: 176,
  h,
  lines: ['Labels', 'was the truth misread?'],
  tone: 'data',
};
const measurement: Box = {
  x: 8,
  y: 280,
  w: 176,
  h,
  lines: ['Equipment, workflow', 'other scanner or habit?'],
  tone: 'data',
};
const threshold: Box = {
  x: 8,
  y: 334,
  w: 176,
  h,
  lines: ['Threshold', 'does one cut fit all?'],
  tone: 'data',
};
const collect: Box = { x: 216, y: 172, w: 156, h, lines: ['Collect', 'and retrain'], tone: 'good' };
const relabel: Box = {
  x: 216,
  y: 226,
  w: 156,
  h,
  lines: ['Relabel, retrain', 'don’t reweight'],
  tone: 'good',
};
const repair: Box = {
  x: 216,
  y: 280,
  w: 156,
  h,
  lines: ['Fix it there', 'or narrow the use'],
  tone: 'good',
};
const stopgap: Box = {
  x: 216,
  y: 334,
  w: 156,
  h,
  lines: ['A stopgap only', 'count false alarms'],
  tone: 'faint',
};
const device: Box = {
  x: 216,
  y: 398,
  w: 176,
  h,
  lines: ['Change to a device', 'in its plan, or assessed'],
  tone: 'risk',
};
const fresh: Box = {
  x: 8,
  y: 398,
  w: 176,
  h,
  lines: ['Fresh patients', 'at a limit set first'],
  tone: 'data',
};
const lifted: Box = {
  x: 8,
  y: 464,
  w: 176,
  h,
  lines: ['Met: back in use', 'the warning comes down'],
  tone: 'good',
};
const leaves: Box = {
  x: 216,
  y: 464,
  w: 176,
  h,
  lines: ['Missed: taken out', 'of the indication'],
  tone: 'human',
};
const causes = [spectrum, labels, measurement, threshold];
const repairs = [collect, relabel, repair, stopgap];

/** From a gap in one group to its cause and back to use, with the steps before any cause. */
export const figure: Figure = {
  id: 'proxy-bias',
  caption:
    'Patients and reporting clocks come before causes, and every repair passes the same two checks.',
  description:
    'A gap in one group, with counts and an interval. The same day, before any cause: limit the use there and have negatives read again; open a dated file, since reporting clocks run. Then causes are checked in order, each with its repair: spectrum (too few, or other cases), collect and retrain; labels (was the truth misread), relabel and retrain, don’t reweight; equipment or workflow, fix it there or narrow the use; threshold, a stopgap only, with false alarms counted. Every repair goes on: each is a change to a device, in its plan or assessed; then a test on fresh patients at a limit set first. Met: back in use. Missed: the group is taken out of the indication.',
  height: 514,
  content: markup`${boxes(gap, limit, file, ...causes, ...repairs, device, fresh, lifted, leaves)}${frame({ x: 8, y: 70, w: 384, h: 74 }, 'The same day')}${arrowThrough(
    [
      [200, 52],
      [200, 70],
    ],
  )}${note(8, 164, 'Then the cause')}${arrowThrough([
    [150, 144],
    [150, 172],
  ])}${causes.slice(1).map((cause, index) => arrow(causes[index] ?? cause, cause))}${causes.map((cause, index) => arrow(cause, repairs[index] ?? cause, { isDashed: true }))}${repairs.map(
    ({ y }) =>
      rail([
        [372, y + 21],
        [384, y + 21],
      ]),
  )}${arrowThrough([
    [384, 193],
    [384, 398],
  ])}${arrow(device, fresh)}${arrow(fresh, lifted)}${arrowThrough([
    [184, 430],
    [200, 430],
    [200, 485],
    [216, 485],
  ])}`,
};
