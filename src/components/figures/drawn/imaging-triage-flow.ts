import { markup } from '../../markup.ts';
import { arrow, box, boxes, boxesOf, type Figure, frame, note, round } from '../diagram.ts';

const routine = boxesOf(164, 44);
const tall = boxesOf(164, 60);
const beside = boxesOf(172, 44);
const half = boxesOf(100, 74);
const scanner = box([8, 6, 384, 34], 'data', 'Head CT leaves the scanner');
const archive = routine(12, 92, 'data', 'PACS\nall series');
const list = tall(12, 168, 'plain', 'Worklist\nflagged scans move up,\nnone leave');
const radiologist = round(tall(12, 326, 'human', 'Radiologist\nreads every scan,\nflagged or not'));
const report = routine(12, 424, 'good', 'Report\nagrees with flag or not');
const router = beside(218, 92, 'plain', 'Router\npicks the thin series');
const model = beside(218, 176, 'model', 'Model\nsuspects a bleed, or not');
const silent = half(192, 276, 'risk', 'Not analyzed\nrouter down,\nwrong series,\nmotion');
const message = half(298, 276, 'model', 'Message\n“suspected,\nnot yet read”\non the phone');
const physician = round(
  box([236, 424, 160, 44], 'human', 'Emergency doctor\nhas only a suspicion'),
);

export const figure: Figure = {
  sources: ['fda-cadt-classification-892-2080'],
  caption:
    'The tool runs alongside the read. It moves flagged scans up and removes nothing from the list. When it can’t run, the worklist must say so.',
  description:
    'A head CT leaves the scanner on two paths at once. Routine read: first PACS; then the worklist, where flagged scans move up and none leave; then the radiologist, who reads every scan, flagged or not; and finally the report, with one click to agree or disagree with the flag. In parallel: a router picks the thin series for the model. The model’s result is filed as a structured report (SR). If it suspects a bleed, a message, “suspected, not yet read,” reaches the phone of the emergency physician, who has only a suspicion until the report gives the answer. If the router is down, the series is wrong, or the patient moved, the worklist shows “not analyzed.”',
  height: 476,
  content: markup`
    ${frame({ x: 4, y: 64, w: 180, h: 410 }, 'Routine read')}
    ${frame({ x: 210, y: 64, w: 188, h: 166 }, 'In parallel')}
    ${boxes(scanner, archive, list, radiologist, report, router, model, silent, message, physician)}
    ${arrow([134, 40, 134, 92])}
    ${arrow([344, 40, 344, 92])}
    ${arrow([archive, list, radiologist, report])}
    ${arrow([router, model, list])}
    ${note(198, 192, 'SR', 'middle')}
    ${arrow([348, 220, 348, 276], { label: 'flag' })}
    ${arrow([248, 230, 248, 276], { isDashed: true, label: 'can’t run' })}
    ${arrow([192, 306, 124, 306, 124, 228], { isDashed: true, label: 'shown' })}
    ${arrow([message, physician])}
    ${arrow([report, physician])}
    ${note(190, 440, 'answer')}
  `,
};
