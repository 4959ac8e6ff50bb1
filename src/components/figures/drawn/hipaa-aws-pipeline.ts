import { markup } from '../../markup.ts';
import { arrow, arrowThrough, boxes, frame } from '../diagram.ts';
import type { Figure } from '../figure.ts';
import { boxesOf, round } from '../make-boxes.ts';
import { cross, note } from '../shapes.ts';

const cell = boxesOf(160, 44);
const hospitals = boxesOf(384, 34)(8, 4, 'data', 'Hospitals: each signs an agreement with you');
const raw = cell(20, 112, 'data', 'Raw zone in S3', 'names, first key');
const steps = cell(20, 176, 'plain', 'Step Functions', 'maps each to FHIR');
const lake = cell(20, 240, 'data', 'HealthLake', 'names, FHIR R4');
const model = cell(20, 304, 'model', 'Model', 'reads the reports');
const train = boxesOf(148, 44);
const copy = train(234, 112, 'risk', 'Narrative copy', 'names still in it');
const redact = train(234, 176, 'plain', 'DetectPHI, redact', 'finds, does not prove');
const expert = round(train(234, 240, 'human', 'Two read 500', 'then an expert'));
const clean = train(234, 324, 'good', 'Training zone', 'no names, own key');
const trail = boxesOf(368, 44)(
  16,
  384,
  'plain',
  'CloudTrail, data events on',
  'shows engineers who read S3 directly',
);
const worklist = round(
  boxesOf(176, 44)(20, 458, 'human', 'Nurse navigator', 'each read is logged'),
);
const other = boxesOf(164, 44)(220, 458, 'faint', 'Other services', 'blocked by policy');

/** Where names are and are not in a pipeline on AWS, and where its agreement ends. */
export const figure: Figure = {
  id: 'hipaa-aws-pipeline',
  caption:
    'One lane needs names, and the other must lose them. The key between them is the wall, and the agreement ends at the outer frame.',
  description:
    'Hospitals, each with an agreement of its own, send reports into a frame: AWS under its agreement, eligible services alone. In it two lanes. Care, with names: raw zone in S3 under the first key, Step Functions that maps each report to FHIR, HealthLake, the model. Also in the care account: a copy of the narrative that still has names, DetectPHI and redaction, then two people read 500 reports, then an expert; if names are left, back to redaction. Only then does text cross to training, in an account of its own: a zone without names, under its own key. Its model goes to the care lane, its way to the names is closed. CloudTrail with data events lies below both and shows engineers who read S3 directly. Outside the frame: the nurse navigator, who needs the name and whose every read is logged, and other services, blocked by policy.',
  height: 510,
  content: markup`${frame({ x: 4, y: 60, w: 392, h: 376 }, 'Under AWS’s agreement')}${arrowThrough([234, 342, 180, 342])}${note(388, 76, 'eligible services alone', 'end')}${frame({ x: 12, y: 84, w: 176, h: 274 }, 'Care lane')}${frame({ x: 212, y: 84, w: 176, h: 208 }, 'De-identify, care account')}${frame({ x: 212, y: 298, w: 176, h: 76 }, 'Training')}${note(380, 314, 'own account', 'end')}${boxes(hospitals, raw, steps, lake, model, copy, redact, expert, clean, trail, worklist, other)}${arrowThrough(
    [168, 38, 168, 112],
  )}${arrow(raw, steps)}${arrow(steps, lake)}${arrow(lake, model)}${arrow(raw, copy)}${arrow(copy, redact)}${arrow(redact, expert)}${arrow(expert, clean)}${arrowThrough(
    [234, 262, 222, 262, 222, 198, 234, 198],
    { isDashed: true },
  )}${note(229, 235, 'names left', 'start')}${arrowThrough(
    [234, 330, 200, 330, 200, 262, 180, 262],
    { isDashed: true },
  )}${cross([200, 288])}${arrowThrough([100, 358, 100, 384])}${arrowThrough([308, 374, 308, 384])}${arrowThrough([20, 326, 8, 326, 8, 480, 20, 480])}${arrowThrough(
    [302, 436, 302, 458],
    { isDashed: true },
  )}${cross([302, 443])}`,
};
