import { markup } from '../../markup.ts';
import { arrow, arrowThrough, boxes } from '../diagram.ts';
import type { Figure } from '../figure.ts';
import { boxAt, round } from '../make-boxes.ts';

const x = 8;
const w = 204;
const message = round(boxAt([x, 8, w, 32], 'human', 'Message from a patient'));
const rules = boxAt(
  [x, 60, w, 62],
  'plain',
  'Emergency rules',
  'outside the model',
  'misses vague words',
);
const filters = boxAt(
  [x, 142, w, 62],
  'plain',
  'Classifiers',
  'may add an alarm, not cancel',
  'can’t check a dose',
);
const model = boxAt(
  [x, 224, w, 62],
  'model',
  'Model, approved texts',
  'exercises, discharge plan',
  'misses an outdated leaflet',
);
const output = boxAt(
  [x, 306, w, 77],
  'plain',
  'Output rules',
  'doses, diagnoses, no source',
  'misses true advice that is',
  'wrong for this patient',
);
const answer = round(boxAt([x, 403, w, 32], 'good', 'Answer'));
const fixed = boxAt([244, 60, 148, 62], 'good', 'Fixed words', '“Call 911 now”', 'no model at all');
const refused = boxAt([244, 150, 148, 46], 'good', 'Refused', 'out of scope');
const nurse = boxAt([244, 306, 148, 46], 'human', 'A nurse', 'gets the whole chat');
const nobody = boxAt(
  [244, 374, 148, 62],
  'risk',
  'None in 10 min?',
  'on-call number,',
  'logistics only',
);
const log = boxAt(
  [x, 464, 384, 46],
  'data',
  'Log: every trigger, and chats without one',
  'two nurses read both each week',
);

/** The layers around a chatbot for patients: what each stops, and what each misses. */
export const figure: Figure = {
  id: 'guardrail-layers',
  caption:
    'Each check has its own way out and its own blind spot; only the first answers before any model is called.',
  description:
    'A message passes in order: emergency rules outside the model, which answer with fixed words (“Call 911 now”) and miss vague ones; classifiers, which refuse abuse and prompt attacks, may add an alarm but never cancel one, and can’t check a dose; the model with approved texts, where an outdated leaflet goes unnoticed; output rules against doses, diagnoses, and claims without a source, which hand the whole chat to a nurse and miss true advice that is wrong for this patient. If no nurse picks up in ten minutes: the on-call number, and logistics only. What passes all is the answer. Triggers, and chats without one, are logged and read by two nurses each week.',
  height: 518,
  content: markup`${boxes(message, rules, filters, model, output, answer, fixed, refused, nurse, nobody, log)}${arrow(message, rules)}${arrow(rules, filters)}${arrow(filters, model)}${arrow(model, output)}${arrow(output, answer)}${arrow(rules, fixed)}${arrow(filters, refused)}${arrow(output, nurse)}${arrow(nurse, nobody, { isDashed: true })}${arrowThrough(
    [110, 435, 110, 464],
    { isDashed: true },
  )}${arrowThrough([318, 436, 318, 464], { isDashed: true })}`,
};
