import { markup } from '../../markup.ts';
import { arrow, box, boxes, dashed, type Figure, rail, round, words } from '../diagram.ts';

const w = 190;
const h = 44;
const note = box([8, 8, w, h], 'data', 'Signed summary\nread overnight');
const find = box([8, 70, w, h], 'plain', 'Find the diagnoses\neach with its sentence');
const search = box([8, 132, w, h], 'data', 'Look up codes\nwith notes and rules');
const pick = box([8, 194, w, h], 'model', 'Model picks or abstains\nquote, reason, then code');
const check = box([8, 256, w, h], 'risk', 'Plain software checks\nvalid code? quote in chart?');
const codes = box(
  [234, 132, 158, 60],
  'data',
  'Code set in force\non the discharge\nor service date',
);
const strong = box([8, 336, 114, h], 'plain', 'Strong pick\npre-filled');
const weak = box([132, 336, 114, h], 'plain', 'Weak pick\nin the queue');
const contrary = box([256, 336, 114, h], 'plain', 'Contradiction\nphysician query');
const coder = round(
  box([8, 406, 238, h], 'human', 'Coder decides and signs\nsees the observed accuracy'),
);
const claim = box([8, 468, 114, h], 'good', 'Claim');
const audit = box([152, 468, 218, h], 'human', 'Blind coding audit\nmissed vs. unsupported codes');

export const figure: Figure = {
  sources: [],
  caption:
    'The model’s pick is only one step. The code set in force is checked before and after it, and a coder decides.',
  description:
    'Overnight, the system finds the diagnoses in the signed summary, each with the sentence that supports it. It looks up candidate codes, with their notes and rules, in the code set in force on the discharge or service date. The model picks from them or abstains, and writes the quote, rule, and reason before the code and score. Plain software checks the same code set again to see whether the code was valid that day, and checks that the quote is in the chart. Then there are three lanes: strong suggestions are pre-filled, weak ones go to the queue, and contradictory notes become a question for the physician. A coder decides and signs, and the claim goes out. A blind coding audit counts missed codes and codes added without support separately, and the accuracy it measures feeds back into the lanes.',
  height: 520,
  content: markup`
    ${boxes(note, find, search, pick, check, codes, strong, weak, contrary, coder, claim, audit)}
    ${arrow([note, find, search, pick, check])}
    ${arrow([codes, search])}
    ${arrow([313, 192, 313, 278, 198, 278])}
    ${words(206, 272, 'checked again')}
    ${rail([103, 300, 103, 318])}
    ${rail([65, 318, 313, 318])}
    ${[strong, weak, contrary].map(({ x }) => arrow([x + 57, 318, x + 57, 336]))}
    ${arrow([strong, coder])}
    ${arrow([weak, coder])}
    ${arrow([313, 380, 313, 428, 246, 428], dashed)}
    ${arrow([coder, claim])}
    ${arrow([coder, audit], dashed)}
    ${arrow([370, 490, 386, 490, 386, 318, 317, 318], dashed)}
  `,
};
