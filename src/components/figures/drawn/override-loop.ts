import { markup } from '../../markup.ts';
import { arrow, box, boxes, boxesOf, cross, dashed, type Figure, note, round } from '../diagram.ts';

const cell = boxesOf(164, 44);
const quarter = boxesOf(90, 44);
const advice = cell(112, 8, 'model', 'Advice\nwith values and times');
const clinician = round(cell(112, 76, 'human', 'Clinician\n“no” as easy as “yes”'));
const accepts = cell(8, 150, 'plain', 'Accepts\nerrors can hide here');
const overrides = cell(216, 150, 'plain', 'Overrides\na reason in seconds');
const outcome = box([112, 226, 152, 44], 'data', 'Outcome\nlinked days later');
const label = box([296, 240, 84, 44], 'risk', 'A label\nto train on');
const review = round(
  box([76, 298, 224, 58], 'human', 'Clinicians judge\na sample of overrides and\nof acceptances'),
);
const modelWrong = quarter(4, 384, 'plain', 'Model\nwrong');
const dataWrong = quarter(98, 384, 'plain', 'Data\nwrong');
const unseen = quarter(192, 384, 'plain', 'Context\nunseen');
const adviceRight = quarter(286, 384, 'risk', 'Advice\nwas right');
const change = box([74, 456, 240, 44], 'good', 'Change control\nmodel, threshold, wording');

export const figure: Figure = {
  sources: [],
  caption:
    'A raw override isn’t a label. Clinicians judge a sample of overrides and acceptances, and one of their four verdicts is that the advice was right.',
  description:
    'A loop. Advice, shown with its values and their times, goes to the clinician, for whom “no” is as easy as “yes.” Giving a reason for an override takes seconds. The path from an override straight to a training label is closed. Days later, the outcome is linked to each acceptance or override. Clinicians judge a sample of overrides and acceptances, since errors can hide in what was accepted. They sort cases into four groups: model wrong, data wrong, context unseen, and advice right. The unit hears about the last group, without names. All four groups go to change control, which may alter the model, its threshold, or the wording. That changes the advice. Each person who gave a reason hears what happened.',
  height: 508,
  content: markup`
    ${boxes(advice, clinician, accepts, overrides, outcome, label, review, modelWrong, dataWrong, unseen, adviceRight, change)}
    ${arrow([advice, clinician, accepts])}
    ${arrow([clinician, overrides])}
    ${arrow([78, 194, 78, 248, 112, 248])}
    ${arrow([280, 194, 280, 248, 264, 248])}
    ${arrow([338, 194, 338, 240], dashed)}
    ${cross([338, 214])}
    ${arrow([outcome, review, modelWrong])}
    ${arrow([review, dataWrong])}
    ${arrow([review, unseen])}
    ${arrow([review, adviceRight])}
    ${arrow([modelWrong, change])}
    ${arrow([dataWrong, change])}
    ${arrow([unseen, change])}
    ${arrow([adviceRight, change])}
    ${arrow([314, 478, 392, 478, 392, 30, 276, 30], dashed)}
    ${note(284, 24, 'reply to reporter')}
  `,
};
