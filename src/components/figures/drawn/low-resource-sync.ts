import { markup } from '../../markup.ts';
import { arrow, arrowThrough, type Box, boxes, frame } from '../diagram.ts';
import type { Figure } from '../figure.ts';
import { cross } from '../marks.ts';

const h = 44;
const w = 166;
const nurse: Box = {
  x: 20,
  y: 36,
  w,
  h,
  lines: ['Nurse', 'takes the image'],
  tone: 'human',
  isRound: true,
};
const quality: Box = {
  x: 214,
  y: 36,
  w,
  h,
  lines: ['Is it good enough?', 'if not, again at once'],
  tone: 'model',
};
const result: Box = {
  x: 20,
  y: 102,
  w,
  h,
  lines: ['Refer or routine', 'told now, with a date'],
  tone: 'good',
};
const model: Box = {
  x: 214,
  y: 102,
  w,
  h,
  lines: ['Model on the phone', 'small, 8-bit'],
  tone: 'model',
};
const queue: Box = {
  x: 20,
  y: 168,
  w,
  h,
  lines: ['Queue, audit log', 'kept on the device'],
  tone: 'data',
};
const card: Box = {
  x: 214,
  y: 168,
  w,
  h,
  lines: ['Memory card', 'brings an update'],
  tone: 'data',
};
const server: Box = {
  x: 34,
  y: 254,
  w: 152,
  h,
  lines: ['In-country server', 'ministry decides'],
  tone: 'data',
};
const paired: Box = {
  x: 214,
  y: 254,
  w,
  h,
  lines: ['Paired test first', '1,000 local images'],
  tone: 'risk',
};
const grader: Box = {
  x: 34,
  y: 328,
  w: 152,
  h,
  lines: ['District grader', 'confirms or cancels'],
  tone: 'human',
};
const hospital: Box = {
  x: 214,
  y: 328,
  w,
  h,
  lines: ['Eye hospital', 'its slots set the pace'],
  tone: 'human',
};
const abroad: Box = {
  x: 34,
  y: 402,
  w: 152,
  h,
  lines: ['Abroad', 'not by default'],
  tone: 'faint',
};
const treated: Box = {
  x: 214,
  y: 402,
  w,
  h,
  lines: ['Treated', 'of 100 who needed it'],
  tone: 'good',
};

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
    [
      [186, 50],
      [214, 50],
    ],
  )}${arrowThrough(
    [
      [214, 68],
      [186, 68],
    ],
    { isDashed: true },
  )}${arrow(quality, model)}${arrow(model, result)}${arrow(result, queue)}${arrow(card, model)}${arrow(paired, card)}${arrow(queue, server, { label: 'sync', isDashed: true })}${arrow(server, grader)}${arrow(grader, hospital)}${arrow(hospital, treated)}${arrowThrough(
    [
      [34, 276],
      [16, 276],
      [16, 424],
      [34, 424],
    ],
    { isDashed: true },
  )}${cross([16, 350])}`,
};
