import { type Markup, markup } from '../../markup.ts';
import { arrow, bar, boxes, boxesOf, type Figure, heading, words } from '../diagram.ts';

const step = boxesOf(108, 40);
const paused = step(40, 22, 'human', 'Flags paused\nunread go first');
const frozen = step(162, 22, 'data', 'Frozen\nlogs, versions');
const aware = step(284, 22, 'risk', 'Aware: 9 a.m.\nclocks start');
const warned = step(40, 74, 'human', 'Sites warned\nthat afternoon');
const replayed = step(162, 74, 'data', 'Case replayed\ncause found');
const checked = step(40, 126, 'human', 'Sites checked\nevery one');
const fixed = step(162, 178, 'good', 'Fix in testing\nalarm added');
const decided = step(284, 178, 'risk', 'Decision\nwritten, signed');

const left = 10;
const day = 10;

/**
 * A reporting deadline in March: what it applies to, the day on which the clock starts, the last
 * day to report, and the rule.
 */
type Clock = readonly [text: string, from: number, to: number, rule: string];

const clocks: readonly Clock[] = [
  ['EU market: serious public health threat', 2, 4, ': at once, 2 days at most'],
  ['EU market: corrective action in the field', 1, 3, ': before it starts, unless urgent'],
  ['US maker: action to prevent a risk of substantial harm', 2, 9, ': 5 work days'],
  ['EU market: death or unexpected serious decline', 1, 11, ': at once, 10 days at most'],
  ['US hospital: death or serious injury', 1, 15, ': 10 work days'],
  ['EU market: serious incident', 1, 16, ': 15 days at most'],
  ['US maker: correction that lowers a risk to health', 4, 18, ': 10 working days'],
  [
    'US maker: death, serious injury, or a malfunction\nlikely to cause either if it recurs: 30 calendar days',
    1,
    31,
    '',
  ],
];

function draw([text, from, to, rule]: Clock, index: number): Markup {
  const y = 260 + index * 31;
  const below = y + (text.includes('\n') ? 15 : 0);
  const x = left + (from - 1) * day;
  const end = left + (to - 1) * day;
  return markup`${words(left, y, text)}
    ${bar({ x, y: below + 5, w: end - x, h: 7 }, text.startsWith('EU') ? 'model' : 'risk')}
    ${words(end + 6, below + 13, `March ${to}${rule}`)}`;
}

export const figure: Figure = {
  sources: ['eu-mdr-article-87', 'fda-mdr-reporting-803', 'fda-corrections-removals-806'],
  caption:
    'Illustrative dates: most clocks start with Monday’s call, a day before anyone knows the cause. Two start with Tuesday’s findings.',
  description:
    'Three tracks side by side. Patients: on Monday, flags are paused, unread scans are read first, and a re-read begins; on Tuesday, the sites are warned; on Wednesday, every site is checked. Evidence: on Monday, logs and versions are frozen; on Tuesday, the case is replayed and the cause found, which shows which sites to warn; on Thursday, the fix is in testing, with an alarm added. Regulators: on Monday at 9 a.m., everyone is aware and the clocks start; on Thursday, the reporting decision is written and signed. Below, deadlines in March 2027 if everyone becomes aware on the 1st. EU serious public health threat, found on the 2nd: due the 4th. EU field correction: due before it starts, so by the 3rd for Thursday’s fix; if Tuesday’s calls are already the field action, due at once. US action to prevent a risk of substantial harm, found on the 2nd: due the 9th. EU death or unexpected serious decline: due the 11th. US hospital: due the 15th. EU serious incident: due the 16th. US correction begun on the 4th: due the 18th. US maker’s 30 days: due the 31st.',
  height: 510,
  content: markup`
    ${heading(94, 15, 'Patients', 'middle')}
    ${heading(216, 15, 'Evidence', 'middle')}
    ${heading(338, 15, 'Regulators', 'middle')}
    ${words(8, 47, 'Mon')}
    ${words(8, 99, 'Tue')}
    ${words(8, 151, 'Wed')}
    ${words(8, 203, 'Thu')}
    ${boxes(paused, frozen, aware, warned, replayed, checked, fixed, decided)}
    ${arrow([paused, warned, checked])}
    ${arrow([frozen, replayed, fixed])}
    ${arrow([aware, decided])}
    ${arrow([replayed, warned])}
    ${heading(left, 240, 'Deadlines if everyone becomes aware on March 1')}
    ${clocks.map(draw)}
  `,
};
