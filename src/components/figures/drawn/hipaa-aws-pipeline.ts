import { markup } from '../../markup.ts';
import { arrow, box, boxes, cross, dashed, type Figure, frame, note, round } from '../diagram.ts';

const hospitals = box([8, 4, 384, 34], 'data', 'Hospitals: each signs an agreement with you');
const raw = box([20, 112, 160, 44], 'data', 'Raw zone in S3\nnames, care-lane key');
const steps = box([20, 176, 160, 44], 'plain', 'Step Functions\nmaps reports to FHIR');
const lake = box([20, 240, 160, 44], 'data', 'HealthLake\nnames, FHIR R4');
const model = box([20, 304, 160, 44], 'model', 'Model\nreads the reports');
const copy = box([234, 112, 148, 44], 'risk', 'Narrative copy\nnames still in it');
const redact = box([234, 176, 148, 44], 'plain', 'DetectPHI, redact\nnot enough by itself');
const expert = round(box([234, 240, 148, 44], 'human', '500 reports read\nby two; expert signs'));
const clean = box([234, 324, 148, 44], 'good', 'Training zone\nredacted, own key');
const trail = box(
  [16, 384, 368, 44],
  'plain',
  'CloudTrail, data events on\nshows which engineers read S3 directly',
);
const worklist = round(box([20, 458, 176, 44], 'human', 'Nurse navigator\neach access is logged'));
const other = box([220, 458, 164, 44], 'faint', 'Other services\nblocked by policy');

export const figure: Figure = {
  sources: [
    'aws-artifact-baa-faq',
    'aws-hipaa-eligible-services',
    'aws-cloudtrail-data-events',
    'aws-detectphi',
  ],
  caption:
    'One lane needs names; the other gets redacted text, under its own key and from one writer. The agreement covers only what’s inside the outer frame.',
  description:
    'Hospitals, each with its own agreement, send reports into a frame that shows what AWS’s agreement covers: eligible services only. The frame has two lanes. The care lane, where names stay, has a raw zone in S3 under its own key; Step Functions, which maps each report to FHIR; HealthLake; and the model. Also in the care account, a copy of the narrative that still has names goes through DetectPHI and redaction. Two people read 500 reports, and then an expert signs off; if names are found, the text goes back to redaction. Only redacted text crosses to the training lane, in its own account, under its own key. The model trained there goes to the care lane, but there is no path back to the names. CloudTrail with data events is below both lanes and shows which engineers read S3 directly. Outside the frame are the nurse navigator, who needs the name and whose every access is logged, and other services, which are blocked by policy.',
  height: 510,
  content: markup`
    ${frame({ x: 4, y: 60, w: 392, h: 376 }, 'Under AWS’s agreement')}
    ${arrow([234, 342, 180, 342])}
    ${note(388, 76, 'eligible services only', 'end')}
    ${frame({ x: 12, y: 84, w: 176, h: 274 }, 'Care lane')}
    ${frame({ x: 212, y: 84, w: 176, h: 208 }, 'De-identify, care account')}
    ${frame({ x: 212, y: 298, w: 176, h: 76 }, 'Training')}
    ${note(380, 314, 'own account', 'end')}
    ${boxes(hospitals, raw, steps, lake, model, copy, redact, expert, clean, trail, worklist, other)}
    ${arrow([168, 38, 168, 112])}
    ${arrow([raw, steps, lake, model])}
    ${arrow([raw, copy, redact, expert, clean])}
    ${arrow([234, 262, 222, 262, 222, 198, 234, 198], dashed)}
    ${note(229, 235, 'names left', 'start')}
    ${arrow([234, 330, 200, 330, 200, 262, 180, 262], dashed)}
    ${cross([200, 288])}
    ${arrow([100, 358, 100, 384])}
    ${arrow([308, 374, 308, 384])}
    ${arrow([20, 326, 8, 326, 8, 480, 20, 480])}
    ${arrow([302, 436, 302, 458], dashed)}
    ${cross([302, 443])}
  `,
};
