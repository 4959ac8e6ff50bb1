import { markup } from '../../markup.ts';
import { arrow, arrowThrough, boxes, frame } from '../diagram.ts';
import type { Figure } from '../figure.ts';
import { boxAt } from '../make-boxes.ts';
import { note, rail } from '../shapes.ts';

const h = 42;
const gap = boxAt([92, 8, 216, 44], 'risk', 'A gap in one group', 'counts and an interval');
const limit = boxAt([18, 94, 174, h], 'human', 'Limit its use there', 'negatives read again');
const file = boxAt([208, 94, 174, h], 'risk', 'A dated file', 'reporting clocks run');
const spectrum = boxAt([8, 172, 176, h], 'data', 'Spectrum', 'too few, or other cases?');
const labels = boxAt([8, 226, 176, h], 'data', 'Labels', 'was the truth misread?');
const measurement = boxAt(
  [8, 280, 176, h],
  'data',
  'Equipment, workflow',
  'other scanner or habit?',
);
const threshold = boxAt([8, 334, 176, h], 'data', 'Threshold', 'does one cut fit all?');
const collect = boxAt([216, 172, 156, h], 'good', 'Collect', 'and retrain');
const relabel = boxAt([216, 226, 156, h], 'good', 'Relabel, retrain', 'don’t reweight');
const repair = boxAt([216, 280, 156, h], 'good', 'Fix it there', 'or narrow the use');
const stopgap = boxAt([216, 334, 156, h], 'faint', 'A stopgap only', 'count false alarms');
const device = boxAt([216, 398, 176, h], 'risk', 'Change to a device', 'in its plan, or assessed');
const fresh = boxAt([8, 398, 176, h], 'data', 'Fresh patients', 'at a limit set first');
const lifted = boxAt([8, 464, 176, h], 'good', 'Met: back in use', 'the warning comes down');
const leaves = boxAt([216, 464, 176, h], 'human', 'Missed: taken out', 'of the indication');
const causes = [spectrum, labels, measurement, threshold];
const repairs = [collect, relabel, repair, stopgap];

/** From a gap in one group to its cause and back to use, with the steps before any cause. */
export const figure: Figure = {
  id: 'proxy-bias',
  caption:
    'Patients and reporting clocks come before causes, and every repair passes the same two checks.',
  description:
    'A gap in one group, with counts and an interval. The same day, before any cause: limit the use there and have negatives read again; open a dated file, since reporting clocks run. Then causes are checked in order, each with its repair: spectrum (too few, or other cases), collect and retrain; labels (was the truth misread), relabel and retrain, don’t reweight; equipment or workflow, fix it there or narrow the use; threshold, a stopgap only, with false alarms counted. Every repair moves on: each is a change to a device, in its plan or assessed; then a test on fresh patients at a limit set first. Met: back in use. Missed: the group is taken out of the indication.',
  height: 514,
  content: markup`${boxes(gap, limit, file, ...causes, ...repairs, device, fresh, lifted, leaves)}${frame({ x: 8, y: 70, w: 384, h: 74 }, 'The same day')}${arrowThrough(
    [200, 52, 200, 70],
  )}${note(8, 164, 'Then the cause')}${arrowThrough([150, 144, 150, 172])}${causes.slice(1).map((cause, index) => arrow(causes[index] ?? cause, cause))}${causes.map((cause, index) => arrow(cause, repairs[index] ?? cause, { isDashed: true }))}${repairs.map(
    ({ y }) => rail([372, y + 21, 384, y + 21]),
  )}${arrowThrough([384, 193, 384, 398])}${arrow(device, fresh)}${arrow(fresh, lifted)}${arrowThrough([184, 430, 200, 430, 200, 485, 216, 485])}`,
};
