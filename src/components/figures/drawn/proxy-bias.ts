import { markup } from '../../markup.ts';
import { arrow, box, boxes, dashed, type Figure, frame, note, rail } from '../diagram.ts';

const h = 42;
const gap = box([92, 8, 216, 44], 'risk', 'Gap in one group\ncounts and an interval');
const limit = box([18, 94, 174, h], 'human', 'Limit use in that group\nre-read the negatives');
const file = box([208, 94, 174, h], 'risk', 'Open a dated file\nreporting clocks run');
const spectrum = box([8, 172, 176, h], 'data', 'Spectrum\nfew or different cases?');
const labels = box([8, 226, 176, h], 'data', 'Labels\nwas the truth misread?');
const measurement = box([8, 280, 176, h], 'data', 'Equipment, workflow\nscanner or habits differ?');
const threshold = box([8, 334, 176, h], 'data', 'Threshold\ndoes one cutoff fit all?');
const collect = box([216, 172, 156, h], 'good', 'Collect cases\nand retrain');
const relabel = box([216, 226, 156, h], 'good', 'Relabel, retrain\ndon’t reweight');
const repair = box([216, 280, 156, h], 'good', 'Fix it there\nor narrow the use');
const stopgap = box([216, 334, 156, h], 'faint', 'Stopgap: new cutoff\ncount false alarms');
const device = box([216, 398, 176, h], 'risk', 'Device change\nin plan? if not, reassess');
const fresh = box([8, 398, 176, h], 'data', 'Test: fresh patients\nagainst a preset limit');
const lifted = box([8, 464, 176, h], 'good', 'Met: back in use\nthe warning comes down');
const leaves = box([216, 464, 176, h], 'human', 'Missed: group removed\nfrom the indication');
const causes = [spectrum, labels, measurement, threshold];
const repairs = [collect, relabel, repair, stopgap];

export const figure: Figure = {
  sources: ['usc-21-360e-4-pccp', 'fda-mdr-reporting-803'],
  caption:
    'Patients and reporting clocks come before causes, and every repair has to pass the same two checks.',
  description:
    'A performance gap in one group, with counts and an interval. The same day, before anyone looks for the cause: limit use in that group and have the negatives re-read, and open a dated file, since reporting clocks are running. Then causes are checked in order, each with its repair. Spectrum (too few cases, or different ones?): collect cases and retrain. Labels (was the truth misread?): relabel and retrain, don’t reweight. Equipment or workflow: fix it there or narrow the use. Threshold: a new cutoff as a stopgap only, with false alarms counted. Every repair counts as a device change: if the change plan doesn’t cover it, it is reassessed. Then it is tested on fresh patients against a preset limit. Met: the model is back in use in that group. Missed: the group is removed from the indication.',
  height: 514,
  content: markup`
    ${boxes(gap, limit, file, ...causes, ...repairs, device, fresh, lifted, leaves)}
    ${frame({ x: 8, y: 70, w: 384, h: 74 }, 'The same day')}
    ${arrow([200, 52, 200, 70])}
    ${note(8, 164, 'Then the cause')}
    ${arrow([150, 144, 150, 172])}
    ${arrow(causes)}
    ${causes.map((cause, index) => arrow([cause, repairs[index] ?? cause], dashed))}
    ${repairs.map(({ y }) => rail([372, y + 21, 384, y + 21]))}
    ${arrow([384, 193, 384, 398])}
    ${arrow([device, fresh, lifted])}
    ${arrow([184, 430, 200, 430, 200, 485, 216, 485])}
  `,
};
