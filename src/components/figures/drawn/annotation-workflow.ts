import { markup } from '../../markup.ts';
import {
  arrow,
  box,
  boxes,
  boxesOf,
  cross,
  dashed,
  dot,
  type Figure,
  frame,
  words,
} from '../diagram.ts';

const cell = boxesOf(172, 46);
const readers = box([18, 34, 112, 60], 'human', 'Two readers\ncan’t see each\nother’s reads');
const agreement = box([144, 34, 112, 60], 'data', 'Agreement\nmeasured\nbefore debate');
const guideline = box([270, 34, 112, 60], 'plain', 'Guideline\nadds pictures of\ndisagreements');
const split = box(
  [96, 158, 208, 44],
  'data',
  'Split by patient, day one\nfourth site: external test',
);
const single = cell(8, 232, 'human', 'Training: one read\nevery tenth film twice');
const triple = cell(220, 232, 'human', 'Test: three reads\nall of them blind');
const senior = cell(220, 304, 'human', 'Senior reader, with CT\ndisputes, 10% of the rest');
const model = cell(8, 376, 'model', 'Model');
const locked = cell(220, 376, 'good', 'Test labels\nlocked');

export const figure: Figure = {
  sources: [],
  caption:
    'Test films get more readers and no model drafts. Each number marks a spot where information can leak into the test.',
  description:
    'Pilot: two readers can’t see each other’s reads. Their agreement is measured before any debate, pictures of what the readers disagreed on are added to the guideline, and the same readers read fresh films. Production labeling follows that guideline: films are split by patient into training and test sets on day one, and a fourth site is kept out of both for the external test. Training films get one read, and every tenth gets two. These labels train the model, whose drafts may help label other training films. Test films get three blind reads. Disputes and a random tenth of the other films go to a senior reader, who may look at a same-day CT and records a reason for each decision. Then the test labels are locked, and they are used only to test the model. Leaks: one, a patient in both sets; two, readers who see each other’s answers; three, a draft that reaches the test readers (that arrow is crossed out).',
  height: 502,
  content: markup`
    ${frame({ x: 8, y: 8, w: 384, h: 126 }, 'Pilot')}
    ${boxes(readers, agreement, guideline, split, single, triple, senior, model, locked)}
    ${arrow([readers, agreement, guideline])}
    ${arrow([326, 94, 326, 118, 74, 118, 74, 94], { label: 'fresh films', isDashed: true })}
    ${arrow([200, 134, 200, 158])}
    ${arrow([split, single])}
    ${arrow([split, triple, senior, locked])}
    ${arrow([40, 278, 40, 376], { label: 'labels' })}
    ${arrow([110, 376, 110, 278], { label: 'drafts', isDashed: true })}
    ${arrow([180, 408, 220, 408])}
    ${arrow([180, 388, 200, 388, 200, 255, 220, 255], dashed)}
    ${cross([200, 322])}
    ${dot([96, 158], '1')}
    ${dot([18, 34], '2')}
    ${dot([390, 233], '2')}
    ${dot([200, 300], '3')}
    ${dot([17, 446], '1')}
    ${words(34, 451, 'one patient in both sets')}
    ${dot([17, 468], '2')}
    ${words(34, 473, 'a reader sees the other’s answer')}
    ${dot([17, 490], '3')}
    ${words(34, 495, 'a model draft sways the people who label the test')}
  `,
};
