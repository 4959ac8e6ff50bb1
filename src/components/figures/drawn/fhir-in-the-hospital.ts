import { markup } from '../../markup.ts';
import { arrow, box, boxes, boxesOf, dashed, type Figure, frame, note, round } from '../diagram.ts';

const source = boxesOf(108, 44);
const middle = boxesOf(174, 44);
const door = boxesOf(160, 44);
const wide = boxesOf(360, 44);
const lab = source(24, 8, 'data', 'Laboratory\nHL7 v2 feed');
const record = source(159, 8, 'data', 'EHR\nthe record');
const images = box([307, 86, 78, 58], 'faint', 'Images\nby DICOM,\nseparately');
const loss = middle(126, 78, 'risk', 'Meaning gets lost\nlocal codes, no units');
const api = middle(126, 148, 'plain', 'FHIR API\nask which version');
const launch = door(32, 242, 'plain', 'SMART App Launch\nyou ask for one patient');
const hook = door(32, 294, 'risk', 'CDS Hooks\nthe EHR calls and waits');
const job = door(216, 242, 'plain', 'Backend Services\nno user present');
const bulk = door(216, 294, 'plain', 'Bulk Data export\na cohort, never live');
const service = wide(
  24,
  372,
  'model',
  'Your service\ntries all codes for a test, checks units, then scores',
);
const clinician = round(middle(113, 446, 'human', 'Clinician\naccepts or declines'));

export const figure: Figure = {
  sources: [
    'smart-app-launch-2-2',
    'smart-backend-services',
    'cds-hooks-2-0-1',
    'bulk-data-3',
    'hl7-v2-oru-r01',
  ],
  caption:
    'FHIR moves data in a standard form. Meaning can be lost before that, each hook call takes time, and some data never travels this way.',
  description:
    'The laboratory sends results through an HL7 v2 feed to the EHR. On the way from the EHR to the FHIR API, meaning can be lost: local codes, missing units. Images in DICOM travel separately. From the API, there are four routes. While the chart is open: SMART App Launch, where you ask for one patient, and CDS Hooks, where the EHR calls you and waits. In the background: Backend Services with no user present, and Bulk Data export for a cohort, never live. All reach your service, which tries all codes for a test, checks units, and scores. It shows a panel or a card to the clinician, and what the clinician accepts goes into the EHR. If one hospital’s API lacks the labs, its v2 feed goes straight to your service.',
  height: 498,
  content: markup`
    ${frame({ x: 24, y: 216, w: 176, h: 130 }, 'While the chart is open')}
    ${frame({ x: 208, y: 216, w: 176, h: 130 }, 'In the background')}
    ${boxes(lab, record, images, loss, api, launch, hook, job, bulk, service, clinician)}
    ${arrow([lab, record, loss, api])}
    ${arrow([165, 192, 165, 216])}
    ${arrow([261, 192, 261, 216])}
    ${arrow([112, 346, 112, 372])}
    ${arrow([296, 346, 296, 372])}
    ${arrow([service, clinician], { label: 'panel or card' })}
    ${arrow([287, 468, 394, 468, 394, 30, 267, 30], dashed)}
    ${note(275, 24, 'back to the record')}
    ${arrow([24, 30, 10, 30, 10, 394, 24, 394], dashed)}
    ${note(17, 164, 'direct, if')}
    ${note(17, 179, 'the API lacks')}
    ${note(17, 194, 'the labs')}
  `,
};
