import { markup } from '../../markup.ts';
import { arrowThrough, boxes } from '../diagram.ts';
import type { Figure } from '../figure.ts';
import { boxAt } from '../make-boxes.ts';
import { heading, note, rail } from '../shapes.ts';

const left = 8;
const right = 224;
const w = 168;
const reminder = boxAt([left, 80, w, 46], 'good', 'Reminder', 'automatic');
const letter = boxAt(
  [left, 166, w, 62],
  'good',
  'Normal letter',
  'automatic, after a',
  'signed human read',
);
const overbooking = boxAt(
  [right, 166, w, 62],
  'risk',
  'Overbooking',
  'automatic, audited',
  'by patient group',
);
const earned = boxAt(
  [left, 268, w, 62],
  'faint',
  'A step handed over',
  'under a limit fixed',
  'before, with a fallback',
);
const recall = boxAt([right, 268, w, 46], 'human', 'Recall', 'a clinician decides');
const reading = boxAt(
  [right, 326, w, 62],
  'human',
  'One reader or two?',
  'AI sorts, a human',
  'reads every exam',
);

/** Steps of a screening program by how an error is noticed and whether it can be undone. */
export const figure: Figure = {
  id: 'human-or-automatic',
  caption:
    'Whether someone notices an error in time matters as much as the harm. A step moves to the left only with evidence.',
  description:
    'A grid. Columns: errors noticed within hours or days; noticed late, or by nobody. Rows: can be undone, partly, not at all. Undone and noticed soon: reminders, automatic. Partly undone: the normal letter, noticed within days, is automatic after a signed human read; overbooking, noticed late, is automatic but audited by patient group. Not undone and noticed late: recall, where a clinician decides, and choosing one or two readers, where AI sorts and a human reads every exam. From there a dashed arrow leads left: a step is handed over under a limit fixed before, with a fallback; if one limit breaks, it goes back to a person.',
  height: 396,
  content: markup`${heading(92, 22, 'Noticed within', 'middle')}${heading(92, 38, 'hours or days', 'middle')}${heading(308, 22, 'Noticed late,', 'middle')}${heading(308, 38, 'or by nobody', 'middle')}${rail(
    [8, 48, 392, 48],
  )}${note(8, 70, 'An error can be undone')}${rail(
    [8, 138, 392, 138],
    true,
  )}${note(8, 157, 'partly')}${rail(
    [8, 240, 392, 240],
    true,
  )}${note(8, 259, 'not at all')}${boxes(reminder, letter, overbooking, earned, recall, reading)}${arrowThrough(
    [224, 291, 176, 291],
    { label: 'earned', isDashed: true },
  )}${arrowThrough([92, 330, 92, 357, 224, 357], {
    label: 'one limit broken',
    isDashed: true,
    labelSide: 'start',
  })}`,
};
