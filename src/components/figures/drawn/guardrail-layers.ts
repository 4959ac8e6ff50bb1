import { markup } from '../../markup.ts';
import { arrow, box, boxes, boxesOf, dashed, type Figure, round } from '../diagram.ts';

const layer = boxesOf(204, 62);
const beside = boxesOf(148, 62);
const message = round(box([8, 8, 204, 32], 'human', 'Message from a patient'));
const rules = layer(8, 60, 'plain', 'Emergency rules\noutside the model\nmiss vague wording');
const filters = layer(8, 142, 'plain', 'Classifiers\nadd alarms, cancel none\ncan’t check a dose');
const model = layer(
  8,
  224,
  'model',
  'Model, approved texts\nexercises, discharge plan\nmisses an outdated leaflet',
);
const output = box(
  [8, 306, 204, 77],
  'plain',
  'Output rules\nno doses or diagnoses\ncan’t catch good advice\nthat’s wrong for a patient',
);
const answer = round(box([8, 403, 204, 32], 'good', 'Answer'));
const fixed = beside(244, 60, 'good', 'Fixed reply\n“Call 911 now”\nno model at all');
const held = beside(244, 142, 'good', 'Not answered\nalarm: 911, a nurse\ndosing: a nurse');
const nurse = box([244, 306, 148, 46], 'human', 'A nurse\ngets the whole chat');
const nobody = beside(244, 374, 'risk', 'No nurse in 10 min?\non-call number,\nlogistics only');
const log = box(
  [8, 464, 384, 46],
  'data',
  'Log: every trigger, plus fifty other chats\ntwo nurses read both each week',
);

export const figure: Figure = {
  sources: [],
  caption:
    'Each check has its own exit and its own blind spot. Only the first one answers before any model is called.',
  description:
    'A message goes through these checks in order: emergency rules outside the model, which answer with a fixed reply (“Call 911 now”) and miss vague wording; rules and classifiers, which refuse abuse, prompt attacks, and off-topic messages, send questions about doses to a nurse, raise alarms that show 911 and call a nurse, don’t cancel an alarm, and can’t check a dose; the model with approved texts, where an outdated leaflet goes unnoticed; output rules against doses, diagnoses, and claims without a source, which hand the whole chat to a nurse and can’t catch good advice that’s wrong for this patient. If no nurse picks up in ten minutes, the patient gets the on-call number, and the bot sticks to logistics. A reply that passes every check goes to the patient. Every trigger is logged, and so are fifty chats without one. Two nurses read both each week.',
  height: 518,
  content: markup`
    ${boxes(message, rules, filters, model, output, answer, fixed, held, nurse, nobody, log)}
    ${arrow([message, rules, filters, model, output, answer])}
    ${arrow([rules, fixed])}
    ${arrow([filters, held])}
    ${arrow([output, nurse])}
    ${arrow([nurse, nobody], dashed)}
    ${arrow([110, 435, 110, 464], dashed)}
    ${arrow([318, 436, 318, 464], dashed)}
  `,
};
