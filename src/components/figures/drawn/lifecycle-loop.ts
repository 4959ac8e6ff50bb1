import { markup } from '../../markup.ts';
import { arrow, arrowThrough, boxes, frame } from '../diagram.ts';
import type { Figure } from '../figure.ts';
import { boxesOf, round } from '../make-boxes.ts';

const cell = boxesOf(156, 44);
const tall = boxesOf(156, 58);
const release = tall(20, 8, 'good', 'Release 1.4', 'two hospitals first,', 'back within the hour');
const live = tall(232, 8, 'model', 'Live version', 'locked: same tracing,', 'same answer');
const watch = cell(232, 108, 'data', 'Surveillance', 'fires: contain first');
const request = cell(232, 176, 'plain', 'Change request', 'with risk review');
const listed = round(cell(232, 244, 'human', 'In the plan?', 'listed in advance'));
const retrain = cell(20, 244, 'model', 'Retrain', 'for new ECG carts');
const test = cell(20, 176, 'plain', 'Frozen test', 'limits set before');
const shadow = cell(20, 108, 'plain', 'Shadow run', 'then the lead signs');
const missed = cell(20, 326, 'risk', 'Limit missed', 'nobody gets 1.4');
const submission = cell(232, 326, 'risk', 'New submission', 'to add teenagers');
const predicate = tall(20, 398, 'faint', 'Predicate', 'only the version', 'before plan changes');
const reports = tall(232, 398, 'risk', 'Reports to FDA', 'owed with the plan', 'as without it');

/** How one version becomes the next, inside a predetermined change control plan and outside it. */
export const figure: Figure = {
  id: 'lifecycle-loop',
  caption:
    'The plan opens one loop for listed changes; new uses, reports to FDA, and the choice of predicate stay outside it.',
  description:
    'A loop. The live version is locked. Surveillance by site and group fires; the affected input is contained first, and then it leads to a change request with its risk review, and to one question: is it in the plan, listed in advance? If no, as with adding teenagers, it needs a new submission. If yes, inside the plan: retrain for new ECG carts, a frozen test against limits set before, and a shadow run, after which the clinical lead signs. Release 1.4 goes to two hospitals first, with a rollback within the hour, then to all. If a limit is missed, nobody gets 1.4. Outside the loop: surveillance also leads to reports to FDA, due with or without the plan, and only the version before the plan’s changes is a predicate.',
  height: 464,
  content: markup`${frame({ x: 12, y: 82, w: 172, h: 214 }, 'Inside the plan')}${boxes(release, live, watch, request, listed, retrain, test, shadow, missed, submission, predicate, reports)}${arrow(release, live, { label: 'then all' })}${arrow(live, watch)}${arrow(watch, request)}${arrow(request, listed)}${arrow(listed, retrain, { label: 'yes' })}${arrow(listed, submission, { label: 'no' })}${arrow(retrain, test)}${arrow(test, shadow)}${arrowThrough(
    [140, 108, 140, 66],
  )}${arrowThrough([20, 198, 5, 198, 5, 348, 20, 348], {
    isDashed: true,
  })}${arrowThrough([388, 130, 396, 130, 396, 427, 388, 427])}`,
};
