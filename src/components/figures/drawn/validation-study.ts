import { markup } from '../../markup.ts';
import { arrow, arrowThrough, boxes, frame } from '../diagram.ts';
import type { Figure } from '../figure.ts';
import { boxesOf, round } from '../make-boxes.ts';
import { cross, note } from '../shapes.ts';

const rule = boxesOf(118, 58);
const end = boxesOf(158, 58);
const side = boxesOf(126, 44);
const claim = boxesOf(272, 44)(
  12,
  32,
  'plain',
  'The label sentence',
  'who uses it, on whom, for what',
);
const preSub = round(boxesOf(94, 44)(290, 32, 'faint', 'Ask FDA', 'advice only'));
const who = rule(12, 92, 'plain', 'Who', 'consecutive,', 'at new clinics');
const truth = rule(139, 92, 'plain', 'Truth', 'three readers,', 'for everyone');
const goals = rule(266, 92, 'plain', 'Goals', 'both bounds', 'must pass');
const locked = rule(12, 160, 'plain', 'Locked', 'model and', 'threshold');
const blocked = rule(139, 160, 'plain', 'No usable view', 'own endpoint,', 'worst case shown');
const groups = rule(266, 160, 'plain', 'Subgroups', 'named now,', 'as checks');
const everyone = boxesOf(184, 34)(108, 248, 'data', 'Every patient enrolled');
const device = side(44, 306, 'model', 'Device', 'care can’t see it');
const reference = side(230, 306, 'human', 'Reference', 'read blind');
const opened = boxesOf(164, 44)(118, 374, 'risk', 'Data opened', 'compared as planned');
const pass = end(12, 446, 'good', 'Both pass', 'the claim', 'goes to FDA');
const fail = end(230, 446, 'risk', 'One misses', 'narrower claim', 'or new study');

/** Decisions that a validation study fixes before its data are opened. */
export const figure: Figure = {
  id: 'validation-study',
  caption:
    'Six rules follow from the label sentence, fixed before anyone is enrolled. Once the data are opened, none of them can change.',
  description:
    'Above, fixed before the first patient: the label sentence says who uses the device, on whom and for what, and from it follow six rules. Who: consecutive patients at new clinics. Truth: three readers, for everyone. Goals: both lower bounds must pass; FDA may be asked, its answer is advice only. Model and threshold are locked. A view that can’t be used is an endpoint of its own, with the worst case shown. Subgroups are named as checks. Below: every patient goes to the device, whose result care can’t see, and to the reference, read blind. They meet when the data are opened and compared as planned. If both goals pass, the claim goes to FDA. If one misses: a narrower claim or a new study; it’s too late for a new threshold.',
  height: 508,
  content: markup`${frame({ x: 4, y: 8, w: 388, h: 218 }, 'Fixed before the first patient')}${boxes(claim, preSub, who, truth, goals, locked, blocked, groups, everyone, device, reference, opened, pass, fail)}${arrow(claim, who)}${arrow(claim, truth)}${arrow(claim, goals)}${arrow(preSub, goals, { isDashed: true })}${arrowThrough(
    [200, 226, 200, 248],
  )}${arrow(everyone, device)}${arrow(everyone, reference)}<path class="arrow" d="M170 328H230"/>${cross([200, 328])}${arrowThrough(
    [82, 350, 82, 396, 118, 396],
  )}${arrowThrough([318, 350, 318, 396, 282, 396])}${arrow(opened, pass)}${arrow(opened, fail)}${arrowThrough(
    [374, 446, 374, 226],
    { isDashed: true },
  )}${cross([374, 404])}${note(366, 434, 'no new threshold', 'end')}`,
};
