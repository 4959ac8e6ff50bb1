import { markup } from '../../markup.ts';
import { arrow, arrowThrough, boxes } from '../diagram.ts';
import type { Figure } from '../figure.ts';
import { boxesOf, round } from '../make-boxes.ts';
import { cross, note } from '../marks.ts';

const cell = boxesOf(164, 44);
const third = boxesOf(122, 44);
const advice = cell(112, 8, 'model', 'Advice', 'with values and times');
const clinician = round(cell(112, 76, 'human', 'Clinician', 'no as easy as yes'));
const accepts = cell(8, 150, 'plain', 'Accepts', 'errors can hide here');
const overrides = cell(216, 150, 'plain', 'Overrides', 'reason in seconds');
const outcome = boxesOf(152, 44)(112, 226, 'data', 'Outcome', 'joined days later');
const label = boxesOf(84, 44)(296, 240, 'risk', 'A label', 'to train on');
const review = round(
  boxesOf(224, 58)(
    76,
    298,
    'human',
    'Clinicians judge',
    'a sample of overrides and',
    'of acceptances',
  ),
);
const modelWrong = third(4, 384, 'plain', 'Model wrong');
const dataWrong = third(132, 384, 'plain', 'Data wrong');
const unseen = third(260, 384, 'plain', 'Context unseen');
const change = boxesOf(240, 44)(74, 456, 'good', 'Change control', 'model, threshold or wording');

/** What an override goes through before it may change anything. */
export const figure: Figure = {
  id: 'override-loop',
  caption:
    'A raw override is no label: only cases that clinicians have judged, acceptances among them, may change the tool.',
  description:
    'A loop. Advice, shown with its values and their times, goes to the clinician, for whom no is as easy as yes; an override takes a reason in seconds. The way from an override straight to a label for training is closed. Days later the outcome is joined to both. Clinicians judge a sample of overrides and of acceptances, since errors can hide in what was accepted. They sort cases into model wrong, data wrong and context unseen. From there change control may alter the model, its threshold or the wording, which changes the advice, and whoever gave a reason is told what came of it.',
  height: 508,
  content: markup`${boxes(advice, clinician, accepts, overrides, outcome, label, review, modelWrong, dataWrong, unseen, change)}${arrow(advice, clinician)}${arrow(clinician, accepts)}${arrow(clinician, overrides)}${arrowThrough(
    [
      [78, 194],
      [78, 248],
      [112, 248],
    ],
  )}${arrowThrough([
    [280, 194],
    [280, 248],
    [264, 248],
  ])}${arrowThrough(
    [
      [338, 194],
      [338, 240],
    ],
    { isDashed: true },
  )}${cross([338, 214])}${arrow(outcome, review)}${arrow(review, modelWrong)}${arrow(review, dataWrong)}${arrow(review, unseen)}${arrow(modelWrong, change)}${arrow(dataWrong, change)}${arrow(unseen, change)}${arrowThrough(
    [
      [314, 478],
      [392, 478],
      [392, 30],
      [276, 30],
    ],
    { isDashed: true },
  )}${note(284, 24, 'reporter is told')}`,
};
