import { type Markup, markup } from '../../markup.ts';
import { arrow, boxes, words } from '../diagram.ts';
import type { Figure } from '../figure.ts';
import { boxAt } from '../make-boxes.ts';
import { bar, heading } from '../shapes.ts';

const w = 108;
const h = 40;
const paused = boxAt([40, 22, w, h], 'human', 'Flags paused', 're-read begins');
const frozen = boxAt([162, 22, w, h], 'data', 'Frozen', 'logs, versions');
const aware = boxAt([284, 22, w, h], 'risk', 'Aware: 09:00', 'clocks run');
const warned = boxAt([40, 74, w, h], 'human', 'Sites warned', 'that afternoon');
const replayed = boxAt([162, 74, w, h], 'data', 'Replayed', 'cause found');
const checked = boxAt([40, 126, w, h], 'human', 'Sites checked', 'every one');
const fixed = boxAt([162, 178, w, h], 'good', 'Fix in test', 'with an alarm');
const decided = boxAt([284, 178, w, h], 'risk', 'Decision', 'written, signed');

const left = 10;
const day = 10;

/** A reporting clock in March: when it starts, the last day on which it is met, and its rule. */
interface Clock {
  readonly text: string;
  readonly from?: number;
  readonly to: number;
  readonly rule: string;
}

const clocks: readonly Clock[] = [
  {
    text: 'EU market: serious public health threat',
    from: 2,
    to: 4,
    rule: ': at once, 2 days at most',
  },
  {
    text: 'EU market: corrective action in the field',
    to: 3,
    rule: ': before it starts, if it can wait',
  },
  {
    text: 'US maker: action against risk of substantial harm',
    from: 2,
    to: 9,
    rule: ': 5 work days',
  },
  {
    text: 'EU market: death or unexpected serious decline',
    to: 11,
    rule: ': at once, 10 days at most',
  },
  { text: 'US hospital: death or serious injury', to: 15, rule: ': 10 work days' },
  { text: 'EU market: serious incident', to: 16, rule: ': 15 days at most' },
  {
    text: 'US maker: correction that lowers a risk to health',
    from: 4,
    to: 18,
    rule: ': 10 working days',
  },
  {
    text: 'US maker: death, serious injury, or a malfunction\nlikely to cause either if it recurs: 30 calendar days',
    to: 31,
    rule: '',
  },
];

function draw({ text, from = 1, to, rule }: Clock, index: number): Markup {
  const y = 260 + index * 31;
  const below = y + (text.includes('\n') ? 15 : 0);
  const x = left + (from - 1) * day;
  const end = left + (to - 1) * day;
  return markup`${words(left, y, text)}${bar({ x, y: below + 5, w: end - x, h: 7 }, text.startsWith('EU') ? 'model' : 'risk')}${words(end + 6, below + 13, `March ${to}${rule}`)}`;
}

/** The first four days after a missed finding in three tracks, and the clocks that they start. */
export const figure: Figure = {
  id: 'incident-first-days',
  caption:
    'Illustration: most clocks run from Monday’s call, a day before anyone knows the cause. Two start with what Tuesday finds.',
  description:
    'Three tracks side by side. Patients: Monday flags paused and a re-read begun, Tuesday sites warned, Wednesday sites checked. Evidence: Monday frozen, Tuesday replayed and cause found, which says what sites to warn; Thursday fix in test. Regulators: Monday 09:00 aware, Thursday decision written. Below, latest days in March 2027 if all are aware on the 1st: EU serious public health threat, found on the 2nd, 4; EU field correction, before it starts; US action against risk of substantial harm, found on the 2nd, 9; EU death or unexpected serious decline, 11; US hospital, 15; EU serious incident, 16; US correction begun on the 4th, 18; US maker’s 30 days, 31.',
  height: 510,
  content: markup`${heading(94, 15, 'Patients', 'middle')}${heading(216, 15, 'Evidence', 'middle')}${heading(338, 15, 'Regulators', 'middle')}${words(8, 47, 'Mon')}${words(8, 99, 'Tue')}${words(8, 151, 'Wed')}${words(8, 203, 'Thu')}${boxes(paused, frozen, aware, warned, replayed, checked, fixed, decided)}${arrow(paused, warned)}${arrow(warned, checked)}${arrow(frozen, replayed)}${arrow(replayed, fixed)}${arrow(aware, decided)}${arrow(replayed, warned)}${heading(left, 240, 'Latest days, if all are aware on March 1')}${clocks.map(draw)}`,
};
