import { markup } from '../../markup.ts';
import { arrow, arrowThrough, boxes } from '../diagram.ts';
import type { Figure } from '../figure.ts';
import { boxesOf, round } from '../make-boxes.ts';
import { cross, note } from '../shapes.ts';

const cell = boxesOf(164, 44);
const quarter = boxesOf(90, 44);
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
const modelWrong = quarter(4, 384, 'plain', 'Model', 'wrong');
const dataWrong = quarter(98, 384, 'plain', 'Data', 'wrong');
const unseen = quarter(192, 384, 'plain', 'Context', 'unseen');
const adviceRight = quarter(286, 384, 'risk', 'Advice', 'was right');
const change = boxesOf(240, 44)(74, 456, 'good', 'Change control', 'model, threshold, wording');

/** The steps from an override to a change. */
export const figure: Figure = {
  id: 'override-loop',
  caption:
    'A raw override isn’t a label. Clinicians judge a sample, acceptances included, and one of their four answers is that the advice was right.',
  description:
    'A loop. Advice, shown with its values and their times, goes to the clinician, for whom no is as easy as yes; an override takes a reason in seconds. The path from an override straight to a label for training is closed. Days later the outcome is joined to both. Clinicians judge a sample of overrides and of acceptances, since errors can hide in what was accepted. They sort cases into model wrong, data wrong, context unseen, and advice that was right, which the unit hears about without names. From there change control may alter the model, its threshold, or the wording, which changes the advice, and each person who gave a reason hears what happened.',
  height: 508,
  content: markup`${boxes(advice, clinician, accepts, overrides, outcome, label, review, modelWrong, dataWrong, unseen, adviceRight, change)}${arrow(advice, clinician)}${arrow(clinician, accepts)}${arrow(clinician, overrides)}${arrowThrough(
    [78, 194, 78, 248, 112, 248],
  )}${arrowThrough([280, 194, 280, 248, 264, 248])}${arrowThrough([338, 194, 338, 240], {
    isDashed: true,
  })}${cross([338, 214])}${arrow(outcome, review)}${arrow(review, modelWrong)}${arrow(review, dataWrong)}${arrow(review, unseen)}${arrow(review, adviceRight)}${arrow(modelWrong, change)}${arrow(dataWrong, change)}${arrow(unseen, change)}${arrow(adviceRight, change)}${arrowThrough(
    [314, 478, 392, 478, 392, 30, 276, 30],
    { isDashed: true },
  )}${note(284, 24, 'reporter hears')}`,
};
