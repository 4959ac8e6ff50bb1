import { markup } from '../../markup.ts';
import { arrow, arrowThrough, boxes, words } from '../diagram.ts';
import type { Figure } from '../figure.ts';
import { boxAt, round } from '../make-boxes.ts';
import { rail } from '../shapes.ts';

const w = 190;
const h = 44;
const note = boxAt([8, 8, w, h], 'data', 'Signed summary', 'overnight');
const find = boxAt([8, 70, w, h], 'plain', 'Find the diagnoses', 'each with its sentence');
const search = boxAt([8, 132, w, h], 'data', 'Search candidates', 'with notes and rules');
const pick = boxAt([8, 194, w, h], 'model', 'Model picks or abstains', 'quote, reason, then code');
const check = boxAt([8, 256, w, h], 'risk', 'Plain software checks', 'valid that day? quoted?');
const codes = boxAt(
  [234, 132, 158, 60],
  'data',
  'Code set in force',
  'on the discharge',
  'or service date',
);
const strong = boxAt([8, 336, 114, h], 'plain', 'Strong', 'pre-filled');
const weak = boxAt([132, 336, 114, h], 'plain', 'Weak', 'in the queue');
const contrary = boxAt([256, 336, 114, h], 'plain', 'Contradictory', 'asks physician');
const coder = round(
  boxAt([8, 406, 238, h], 'human', 'Coder decides and signs', 'sees the observed rate'),
);
const claim = boxAt([8, 468, 114, h], 'good', 'Claim');
const audit = boxAt(
  [152, 468, 218, h],
  'human',
  'Audit, coded blind',
  'missed and added, kept apart',
);

/** From a signed note to a coder’s decision, with the decision at each step. */
export const figure: Figure = {
  id: 'coding-assistant',
  caption:
    'The model’s pick is one step. The dated code set is checked before and after it, and a coder decides.',
  description:
    'Overnight, from the signed summary: the diagnoses are found, each with its sentence; candidates are searched with their notes and rules in the code set in force on the discharge or service date; the model picks from them or abstains, and writes quote, rule, and reason before code and score; plain software asks the same code set whether the code was valid that day, and whether the quote is in the chart. Then three lanes: strong suggestions are pre-filled, weak ones go to the queue, contradictory notes become a question to the physician. A coder decides and signs, and the claim follows. An audit coded blind counts missed and added codes separately; its observed rates feed back into the lanes.',
  height: 520,
  content: markup`${boxes(note, find, search, pick, check, codes, strong, weak, contrary, coder, claim, audit)}${arrow(note, find)}${arrow(find, search)}${arrow(search, pick)}${arrow(pick, check)}${arrow(codes, search)}${arrowThrough(
    [313, 192, 313, 278, 198, 278],
  )}${words(206, 272, 'asked again')}${rail([103, 300, 103, 318])}${rail([65, 318, 313, 318])}${[
    strong,
    weak,
    contrary,
  ].map(({ x }) =>
    arrowThrough([x + 57, 318, x + 57, 336]),
  )}${arrow(strong, coder)}${arrow(weak, coder)}${arrowThrough([313, 380, 313, 428, 246, 428], {
    isDashed: true,
  })}${arrow(coder, claim)}${arrow(coder, audit, { isDashed: true })}${arrowThrough(
    [370, 490, 386, 490, 386, 318, 317, 318],
    { isDashed: true },
  )}`,
};
