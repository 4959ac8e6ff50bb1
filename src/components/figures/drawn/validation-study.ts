import { markup } from '../../markup.ts';
import {
  arrow,
  box,
  boxes,
  boxesOf,
  cross,
  dashed,
  type Figure,
  frame,
  note,
  rail,
  round,
} from '../diagram.ts';

const rule = boxesOf(118, 58);
const claim = box([12, 32, 272, 44], 'plain', 'The label sentence\nwho uses it, on whom, for what');
const preSub = round(box([290, 32, 94, 44], 'faint', 'Ask FDA\nadvice only'));
const who = rule(12, 92, 'plain', 'Patients\nconsecutive,\nat new clinics');
const truth = rule(139, 92, 'plain', 'Truth\nthree readers,\nfor everyone');
const goals = rule(266, 92, 'plain', 'Goals\nboth bounds\nmust clear them');
const locked = rule(12, 160, 'plain', 'Locked\nmodel and\nthreshold');
const blocked = rule(139, 160, 'plain', 'Usable view\nits own endpoint,\nworst case shown');
const groups = rule(266, 160, 'plain', 'Subgroups\nprespecified\nchecks');
const everyone = box([108, 248, 184, 34], 'data', 'Every patient enrolled');
const device = box([44, 306, 126, 44], 'model', 'Device\nresult hidden');
const reference = box([230, 306, 126, 44], 'human', 'Reference\nread blind');
const opened = box([118, 374, 164, 44], 'risk', 'Data unblinded\ncompared as planned');
const pass = box([12, 446, 158, 58], 'good', 'Both goals met\nthe claim\ngoes to FDA');
const fail = box([230, 446, 158, 58], 'risk', 'One goal missed\nnarrower claim\nor new study');

export const figure: Figure = {
  sources: ['fda-q-submission-2025'],
  caption:
    'Six rules follow from the label sentence. All are fixed before anyone is enrolled, and none can change once the data is unblinded.',
  description:
    'Above, fixed before the first patient: the label sentence says who uses the device, on whom, and for what, and six rules follow from it. Patients: consecutive, at new clinics. Truth: three readers, for everyone. Goals: each lower bound must clear its goal; you may ask FDA about the goals, but its answer is only advice. Model and threshold are locked. A usable view is a separate endpoint, with the worst case shown. Subgroup results are only checks, named in advance. Below: every patient is examined with the device, whose result the care team can’t see, and with the reference, which is read blind. The two results meet when the data is unblinded, and they are compared as planned. If both goals are met, the claim goes to FDA. If one is missed: a narrower claim or a new study; it’s too late for a new threshold.',
  height: 508,
  content: markup`
    ${frame({ x: 4, y: 8, w: 388, h: 218 }, 'Fixed before the first patient')}
    ${boxes(claim, preSub, who, truth, goals, locked, blocked, groups, everyone, device, reference, opened, pass, fail)}
    ${arrow([claim, who])}
    ${arrow([claim, truth])}
    ${arrow([claim, goals])}
    ${arrow([preSub, goals], dashed)}
    ${arrow([200, 226, 200, 248])}
    ${arrow([everyone, device])}
    ${arrow([everyone, reference])}
    ${rail([170, 328, 230, 328])}
    ${cross([200, 328])}
    ${arrow([82, 350, 82, 396, 118, 396])}
    ${arrow([318, 350, 318, 396, 282, 396])}
    ${arrow([opened, pass])}
    ${arrow([opened, fail])}
    ${arrow([374, 446, 374, 226], dashed)}
    ${cross([374, 404])}
    ${note(366, 434, 'no new threshold', 'end')}
  `,
};
