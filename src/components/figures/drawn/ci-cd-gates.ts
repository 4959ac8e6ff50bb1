import { markup } from '../../markup.ts';
import {
  arrow,
  box,
  boxes,
  boxesOf,
  dashed,
  type Figure,
  note,
  rail,
  round,
  words,
} from '../diagram.ts';

const step = boxesOf(168, 44);
const plan = step(116, 8, 'faint', 'A cleared device?\nchange within its plan?');
const change = round(step(116, 70, 'plain', 'Any change\ncode, data, threshold'));
const regression = step(116, 132, 'data', 'Regression\nvs. the released model');
const fairness = step(116, 194, 'risk', 'Fairness\nmissed cases by group');
const calibration = step(116, 256, 'data', 'Calibration\npredicted vs. observed');
const shadow = step(116, 318, 'model', 'Shadow run\nlive, output hidden');
const sign = round(step(116, 380, 'human', 'A clinician signs off\nat a separate gate'));
const released = box(
  [8, 446, 152, 60],
  'good',
  'Released model\nkeeps serving while\nany gate is red',
);
const next = box([232, 446, 160, 60], 'good', 'New model\nwith its threshold\nand feature code');
const gates = [regression, fairness, calibration, shadow];

export const figure: Figure = {
  sources: [],
  caption:
    'Every red gate sends the change back to the start, and two of the four can’t be overruled.',
  description:
    'Before the first commit: if this is a cleared device, is the change inside its change plan? Any change to code, data, or the threshold then passes four gates in order: regression against the released model (the safety lead may overrule it, in writing), fairness, measured by missed cases in each group (nobody may overrule it during a release, and a group with too few cases can fail but not pass), calibration (the clinical owner may), and a shadow run with hidden output (nobody may). A clinician signs off at a separate gate, and the new model goes live. An arrow runs from every red gate back to the change: find the cause, fix it, run all gates again. Meanwhile, the released model keeps serving. A rehearsed rollback switches from the new model back to the released one.',
  height: 514,
  content: markup`
    ${boxes(plan, change, ...gates, sign, released, next)}
    ${arrow([plan, change, regression, fairness, calibration, shadow, sign, next])}
    ${gates.map(({ y }) => rail([284, y + 22, 304, y + 22], true))}
    ${arrow([304, 340, 304, 92, 284, 92], dashed)}
    ${note(312, 196, 'red: find\nthe cause,\nfix it,\nrun all\ngates again')}
    ${note(108, 118, 'overruled by', 'end')}
    ${words(108, 151, 'safety lead,\nin writing', 'end')}
    ${words(108, 213, 'nobody during\na release', 'end')}
    ${words(108, 275, 'clinical\nowner', 'end')}
    ${words(108, 345, 'nobody', 'end')}
    ${arrow([next, released], { label: 'rollback', isDashed: true })}
  `,
};
