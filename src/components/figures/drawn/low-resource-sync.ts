import { markup } from '../../markup.ts';
import { arrow, arrowThrough, boxes, frame } from '../diagram.ts';
import type { Figure } from '../figure.ts';
import { boxAt, round } from '../make-boxes.ts';
import { cross } from '../shapes.ts';

const h = 44;
const w = 166;
const nurse = round(boxAt([20, 36, w, h], 'human', 'Nurse', 'takes the image'));
const quality = boxAt([214, 36, w, h], 'model', 'Is it good enough?', 'if not, again at once');
const result = boxAt([20, 102, w, h], 'good', 'Refer or routine', 'told now, with a date');
const model = boxAt([214, 102, w, h], 'model', 'Model on the phone', 'small, 8-bit');
const queue = boxAt([20, 168, w, h], 'data', 'Queue, audit log', 'kept on the device');
const card = boxAt([214, 168, w, h], 'data', 'Memory card', 'brings an update');
const server = boxAt([34, 254, 152, h], 'data', 'In-country server', 'ministry decides');
const paired = boxAt([214, 254, w, h], 'risk', 'Paired test first', '1,000 local images');
const grader = boxAt([34, 328, 152, h], 'human', 'District grader', 'confirms or cancels');
const hospital = boxAt([214, 328, w, h], 'human', 'Eye hospital', 'its slots set the pace');
const abroad = boxAt([34, 402, 152, h], 'faint', 'Abroad', 'not by default');
const treated = boxAt([214, 402, w, h], 'good', 'Treated', 'of 100 who needed it');

/**
 * Screening in a clinic without a network: what runs there, what syncs later, what stays separate.
 */
export const figure: Figure = {
  id: 'low-resource-sync',
  caption:
    'Everything a patient waits for happens inside the frame. What crosses it may be a week late.',
  description:
    'In the clinic, with no network: a nurse takes the image; its quality is checked and, if bad, it is taken again at once; a small 8-bit model on the phone gives refer or routine, and the patient hears it at once, with a date; records wait in a queue with the audit log, on the device. Across the frame: the queue syncs later to a server in the country, where the ministry decides who sees it; from there a district grader reads the flags, the same day where there is a signal, and confirms or cancels the visit to the eye hospital, whose slots set the pace; what counts is how many of 100 who needed it are treated. Updates come in on a memory card, after a paired test on 1,000 local images. The way from the server abroad is closed by default.',
  height: 454,
  content: markup`${frame({ x: 8, y: 8, w: 384, h: 216 }, 'In the clinic, no network needed')}${boxes(nurse, quality, result, model, queue, card, server, paired, grader, hospital, abroad, treated)}${arrowThrough(
    [186, 50, 214, 50],
  )}${arrowThrough([214, 68, 186, 68], {
    isDashed: true,
  })}${arrow(quality, model)}${arrow(model, result)}${arrow(result, queue)}${arrow(card, model)}${arrow(paired, card)}${arrow(queue, server, { label: 'sync', isDashed: true })}${arrow(server, grader)}${arrow(grader, hospital)}${arrow(hospital, treated)}${arrowThrough(
    [34, 276, 16, 276, 16, 424, 34, 424],
    { isDashed: true },
  )}${cross([16, 350])}`,
};
