import { markup } from '../../markup.ts';
import { arrow, box, boxes, boxesOf, type Figure, heading, note, rail } from '../diagram.ts';

const step = boxesOf(168, 62);
const reminder = box([8, 80, 168, 46], 'good', 'Reminder\nautomatic');
const letter = step(8, 166, 'good', 'Normal-result letter\nautomatic, after a\nsigned human read');
const overbooking = step(
  224,
  166,
  'risk',
  'Overbooking, letter\nnever sent: automatic,\nwith an audit',
);
const earned = step(8, 268, 'faint', 'Handed to software\nunder a preset limit,\nwith a fallback');
const recall = box([224, 268, 168, 46], 'human', 'Recall\na clinician decides');
const reading = step(224, 326, 'human', 'One reader or two?\nAI sorts, a human\nreads every exam');

export const figure: Figure = {
  sources: [],
  caption:
    'Whether someone notices an error in time matters as much as the harm. If nobody would, the step needs a later check that is built to find it.',
  description:
    'A grid. Columns: errors noticed within hours or days; noticed late, or by nobody. Rows: an error can be undone, can be undone in part, or can’t be undone. Can be undone, and noticed within hours or days: reminders, which are automatic. Can be partly undone: the normal-result letter, noticed within days, is automatic after a signed human read; overbooking and a letter that was never sent, noticed late or by nobody, are automatic but audited: a monthly audit by patient group, and a daily count of letters due and sent. Can’t be undone and noticed late: recall, where a clinician decides, and the choice between one reader and two, where AI sorts and a human reads every exam. From there a dashed arrow goes left: a step is handed to software under a preset limit, with a fallback; if a limit is exceeded, the step goes back to a person.',
  height: 396,
  content: markup`
    ${heading(92, 22, 'Noticed within', 'middle')}
    ${heading(92, 38, 'hours or days', 'middle')}
    ${heading(308, 22, 'Noticed late,', 'middle')}
    ${heading(308, 38, 'or by nobody', 'middle')}
    ${rail([8, 48, 392, 48])}
    ${note(8, 70, 'An error can be undone')}
    ${rail([8, 138, 392, 138], true)}
    ${note(8, 157, 'can be undone in part')}
    ${rail([8, 240, 392, 240], true)}
    ${note(8, 259, 'can’t be undone')}
    ${boxes(reminder, letter, overbooking, earned, recall, reading)}
    ${arrow([224, 291, 176, 291], { label: 'earned', isDashed: true })}
    ${arrow([92, 330, 92, 357, 224, 357], { label: 'a limit is exceeded', isDashed: true, labelSide: 'start' })}
  `,
};
