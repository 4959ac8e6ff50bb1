import { markup } from '../../markup.ts';
import { arrow, boxes, boxesOf, dashed, type Figure, frame, round } from '../diagram.ts';

const cell = boxesOf(156, 44);
const tall = boxesOf(156, 58);
const release = tall(20, 8, 'good', 'Release 1.4\ntwo hospitals first,\nrollback within an hour');
const live = tall(232, 8, 'model', 'Live version\nlocked: same tracing,\nsame answer');
const watch = cell(232, 108, 'data', 'Surveillance\nalarm: contain it first');
const request = cell(232, 176, 'plain', 'Change request\nwith risk review');
const listed = round(cell(232, 244, 'human', 'In the plan?\nlisted in advance'));
const retrain = cell(20, 244, 'model', 'Retrain\nfor new ECG carts');
const test = cell(20, 176, 'plain', 'Frozen test\nlimits set in advance');
const shadow = cell(20, 108, 'plain', 'Shadow run\nthen two leads sign off');
const missed = cell(20, 326, 'risk', 'Limit not met\nnobody gets 1.4');
const submission = cell(232, 326, 'risk', 'Assess for a 510(k)\nneeded for teens');
const predicate = tall(20, 398, 'faint', 'Predicate\nonly the version before\nthe plan’s changes');
const reports = tall(232, 398, 'risk', 'Reports to FDA\ndue with or\nwithout the plan');

export const figure: Figure = {
  sources: [
    'fda-pccp-guidance-2025',
    'usc-21-360e-4-pccp',
    'fda-mdr-reporting-803',
    'fda-510k-software-change-2017',
  ],
  caption:
    'The plan allows one loop, for listed changes. New uses, reports to FDA, and the choice of predicate stay outside it.',
  description:
    'A loop. The live version is locked. Surveillance by site and group raises an alarm. The affected input is contained first. Then comes a change request with its risk review, and one question: is the change in the plan, listed in advance? If not, it is assessed for a new 510(k), and adding teenagers needs one. If so, these steps follow inside the plan: retraining for new ECG carts, a frozen test against limits set in advance, and a shadow run, after which the quality and cardiology leads sign off on the release. Release 1.4 goes to two hospitals first, where it can be rolled back within an hour, then to all. If any limit isn’t met, nobody gets 1.4. Outside the loop, surveillance can also trigger reports to FDA, which are due whether or not there’s a plan. Only the version from before the plan’s changes can serve as a predicate.',
  height: 464,
  content: markup`
    ${frame({ x: 12, y: 82, w: 172, h: 214 }, 'Inside the plan')}
    ${boxes(release, live, watch, request, listed, retrain, test, shadow, missed, submission, predicate, reports)}
    ${arrow([release, live], { label: 'then all' })}
    ${arrow([live, watch, request, listed])}
    ${arrow([listed, retrain], { label: 'yes' })}
    ${arrow([listed, submission], { label: 'no' })}
    ${arrow([retrain, test, shadow])}
    ${arrow([140, 108, 140, 66])}
    ${arrow([20, 198, 5, 198, 5, 348, 20, 348], dashed)}
    ${arrow([388, 130, 396, 130, 396, 427, 388, 427])}
  `,
};
