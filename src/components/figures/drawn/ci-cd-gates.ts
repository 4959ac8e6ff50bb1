import { markup } from '../../markup.ts';
import { arrow, arrowThrough, boxes, words } from '../diagram.ts';
import type { Figure } from '../figure.ts';
import { boxAt, round } from '../make-boxes.ts';
import { note, rail } from '../shapes.ts';

const x = 116;
const w = 168;
const h = 44;
const plan = boxAt([x, 8, w, h], 'faint', 'A cleared device?', 'in its change plan?');
const change = round(boxAt([x, 70, w, h], 'plain', 'Any change', 'code, data, threshold'));
const regression = boxAt([x, 132, w, h], 'data', 'Regression', 'v. the released one');
const fairness = boxAt([x, 194, w, h], 'risk', 'Fairness', 'missed, by group');
const calibration = boxAt([x, 256, w, h], 'data', 'Calibration', 'predicted v. seen');
const shadow = boxAt([x, 318, w, h], 'model', 'Shadow run', 'live, output hidden');
const sign = round(boxAt([x, 380, w, h], 'human', 'A clinician signs', 'at a gate of her own'));
const released = boxAt(
  [8, 446, 152, 60],
  'good',
  'Released model',
  'serves while a',
  'gate is red',
);
const next = boxAt(
  [232, 446, 160, 60],
  'good',
  'New model',
  'with its threshold',
  'and feature code',
);
const gates = [regression, fairness, calibration, shadow];

/** A release of a clinical model: its gates, who may overrule each, and the rollbacks. */
export const figure: Figure = {
  id: 'ci-cd-gates',
  caption:
    'Every red gate sends the change back to the start, and nobody can overrule two of the four.',
  description:
    'Before the first commit: if this is a cleared device, is the change inside its change plan? Any change of code, data, or threshold then passes four gates in order: regression against the released model (the safety lead may overrule it, in writing), fairness by missed cases in each group (nobody, during a release), calibration (the clinical owner) and a shadow run with hidden output (nobody). A clinician signs at a gate of her own, and the new model goes live. From any red gate an arrow goes back to the change: find the cause, fix it, run all gates again, while the released model keeps serving. From the new model a rehearsed rollback goes back to the released one.',
  height: 514,
  content: markup`${boxes(plan, change, ...gates, sign, released, next)}${arrow(plan, change)}${arrow(change, regression)}${arrow(regression, fairness)}${arrow(fairness, calibration)}${arrow(calibration, shadow)}${arrow(shadow, sign)}${arrow(sign, next)}${gates.map(
    ({ y }) => rail([284, y + 22, 304, y + 22], true),
  )}${arrowThrough([304, 340, 304, 92, 284, 92], {
    isDashed: true,
  })}${note(312, 196, 'red: find\nthe cause,\nfix it,\nrun all\ngates again')}${note(108, 118, 'overruled by', 'end')}${words(108, 151, 'safety lead,\nin writing', 'end')}${words(108, 213, 'nobody during\na release', 'end')}${words(108, 275, 'clinical\nowner', 'end')}${words(108, 345, 'nobody', 'end')}${arrow(next, released, { label: 'rollback', isDashed: true })}`,
};
