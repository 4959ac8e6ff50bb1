import { markup } from '../../markup.ts';
import { arrow, arrowThrough, boxes, frame, words } from '../diagram.ts';
import type { Figure } from '../figure.ts';
import { boxAt } from '../make-boxes.ts';
import { cross, dot } from '../shapes.ts';

const readers = boxAt([18, 34, 112, 60], 'human', 'Two readers', 'can’t see each', 'other’s reads');
const agreement = boxAt([144, 34, 112, 60], 'data', 'Agreement', 'measured', 'before debate');
const guideline = boxAt([270, 34, 112, 60], 'plain', 'Guideline', 'gets pictures', 'of the splits');
const split = boxAt(
  [96, 158, 208, 44],
  'data',
  'Split by patient, day one',
  'a fourth site in neither',
);
const single = boxAt([8, 232, 172, 46], 'human', 'Training: one read', 'every tenth film twice');
const triple = boxAt([220, 232, 172, 46], 'human', 'Test: three reads', 'each one blind');
const senior = boxAt(
  [220, 304, 172, 46],
  'human',
  'Disputes: senior, CT',
  'and a tenth of the agreed',
);
const model = boxAt([8, 376, 172, 46], 'model', 'Model');
const locked = boxAt([220, 376, 172, 46], 'good', 'Test labels', 'locked');

/**
 * Annotation of images from pilot to locked test labels, with the points where the test half can
 * leak.
 */
export const figure: Figure = {
  id: 'annotation-workflow',
  caption:
    'The test half gets more readers and no drafts. Each number marks a place where it can leak.',
  description:
    'Pilot: two readers who can’t see each other’s reads; their agreement is measured before anyone debates; the guideline gets pictures of the splits; then the same readers take fresh films. With the guideline, production: films were split by patient on day one, and a fourth site is kept out of both parts for the external test. Training films get one read, every tenth two; they train the model, whose drafts may help with training masks. Test films get three blind reads, disputes and a random tenth of the agreed films go to a senior reader who may see the CT and writes why, and the labels are locked; the model meets them only to be tested. Leaks: one, a patient in both parts; two, readers who see each other; three, a draft that reaches the test readers; that arrow is crossed out.',
  height: 502,
  content: markup`${frame({ x: 8, y: 8, w: 384, h: 126 }, 'Pilot')}${boxes(readers, agreement, guideline, split, single, triple, senior, model, locked)}${arrow(readers, agreement)}${arrow(agreement, guideline)}${arrowThrough(
    [326, 94, 326, 118, 74, 118, 74, 94],
    { label: 'fresh films', isDashed: true },
  )}${arrowThrough([200, 134, 200, 158])}${arrow(split, single)}${arrow(split, triple)}${arrow(triple, senior)}${arrow(senior, locked)}${arrowThrough(
    [40, 278, 40, 376],
    { label: 'labels' },
  )}${arrowThrough([110, 376, 110, 278], {
    label: 'drafts',
    isDashed: true,
  })}${arrowThrough([180, 408, 220, 408])}${arrowThrough([180, 388, 200, 388, 200, 255, 220, 255], {
    isDashed: true,
  })}${cross([200, 322])}${dot([96, 158], '1')}${dot([18, 34], '2')}${dot([390, 233], '2')}${dot([200, 300], '3')}${dot([17, 446], '1')}${words(34, 451, 'one patient in both parts')}${dot([17, 468], '2')}${words(34, 473, 'a reader sees the other’s answer')}${dot([17, 490], '3')}${words(34, 495, 'a draft anchors those who label the test')}`,
};
