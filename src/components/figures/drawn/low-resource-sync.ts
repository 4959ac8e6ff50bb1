import { markup } from '../../markup.ts';
import { arrow, box, boxes, cross, dashed, type Figure, frame, round } from '../diagram.ts';

const h = 44;
const w = 166;
const nurse = round(box([20, 36, w, h], 'human', 'Nurse\ntakes the image'));
const quality = box([214, 36, w, h], 'model', 'Image good enough?\nif not, retake it now');
const result = box([20, 102, w, h], 'good', 'Refer or routine\non the spot, with a date');
const model = box([214, 102, w, h], 'model', 'Model on the phone\nsmall, 8-bit');
const queue = box([20, 168, w, h], 'data', 'Queue, audit log\nkept on the device');
const card = box([214, 168, w, h], 'data', 'Memory card\ncarries updates');
const server = box([34, 254, 152, h], 'data', 'In-country server\nministry sets access');
const paired = box([214, 254, w, h], 'risk', 'Paired test first\n1,000 local images');
const grader = box([34, 328, 152, h], 'human', 'District grader\nkeeps or cancels visit');
const hospital = box([214, 328, w, h], 'human', 'Eye hospital\nits slots set the pace');
const abroad = box([34, 402, 152, h], 'faint', 'Abroad\nnot by default');
const treated = box([214, 402, w, h], 'good', 'Treated\nper 100 who needed it');

export const figure: Figure = {
  sources: [],
  caption:
    'Everything a patient waits for happens inside the frame. What crosses the frame may be a week late.',
  description:
    'In the clinic, with no network: a nurse takes the image. Its quality is checked, and a bad image is retaken right away. A small 8-bit model on the phone says “refer” or “routine,” and the patient hears it on the spot, with a date. Records wait on the device, in a queue with the audit log. Across the frame: the queue syncs later to a server in the country, where the ministry decides who sees it. From there, a district grader reads the flagged images, the same day where there is a signal, and confirms or cancels the visit to the eye hospital, whose slots set the pace. What counts is how many of 100 people who needed treatment get it. Updates come in on a memory card, after a paired test on 1,000 local images. The path from the server to other countries is closed by default.',
  height: 454,
  content: markup`
    ${frame({ x: 8, y: 8, w: 384, h: 216 }, 'In the clinic, no network needed')}
    ${boxes(nurse, quality, result, model, queue, card, server, paired, grader, hospital, abroad, treated)}
    ${arrow([186, 50, 214, 50])}
    ${arrow([214, 68, 186, 68], dashed)}
    ${arrow([quality, model, result, queue])}
    ${arrow([card, model])}
    ${arrow([paired, card])}
    ${arrow([queue, server], { label: 'sync', isDashed: true })}
    ${arrow([server, grader, hospital, treated])}
    ${arrow([34, 276, 16, 276, 16, 424, 34, 424], dashed)}
    ${cross([16, 350])}
  `,
};
