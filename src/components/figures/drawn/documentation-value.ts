import { markup } from '../../markup.ts';
import { arrow, box, boxes, boxesOf, type Figure, heading, rail, round } from '../diagram.ts';

const h = 44;
const tall = boxesOf(156, 60);
const minutes = box([24, 8, 196, h], 'data', 'Minutes saved\n16 in 8 scheduled hours');
const notes = box([236, 8, 156, h], 'data', 'The new notes\ncan raise billing codes');
const visits = box([24, 100, 156, h], 'good', 'One more visit\ncounts once it’s paid');
const contract = box([24, 160, 156, h], 'good', 'A contract ends\nscribe, transcription');
const overtime = box([24, 220, 156, h], 'good', 'Overtime ends\na bill you pay today');
const codes = box([236, 100, 156, h], 'faint', 'Higher billing codes\n$0 until audited');
const turnover = box([236, 160, 156, h], 'faint', 'A clinician stays\n$0 in the base case');
const evenings = box([236, 220, 156, h], 'human', 'An easier day\nan outcome, not cash');
const cash = tall(24, 296, 'data', 'Cash each month\nvs. license for all\nseats, one-time cost');
const wellbeing = tall(236, 296, 'human', 'Well-being\na separate budget,\nwith its own limit');
const keep = round(box([24, 404, 156, h], 'good', 'Keep it'));
const stop = round(box([236, 404, 156, h], 'risk', 'Stop\npay by the month'));

export const figure: Figure = {
  sources: ['rotenstein-scribe-cohort-2026'],
  caption: 'Add up only the left side. The right side can be a reason to buy, but it isn’t cash.',
  description:
    'Minutes saved, 16 in eight scheduled hours, branch to two sides. Cash: one more visit, once it’s paid; a scribe or transcription contract that ends; overtime that ends. These add up to cash each month, set against the license for all seats and the one-time cost. If that is enough, keep the tool. If not, stop; with monthly billing, you can cancel at any time. Not cash: a clinician stays, counted as zero in the base case; an easier day, which is an outcome. The new notes, not the minutes, bring higher billing codes, counted as zero until audited. No arrow goes from the right side to cash. The easier day can justify a separate well-being budget, the only way to keep paying for the tool if the cash falls short.',
  height: 456,
  content: markup`
    ${heading(102, 88, 'Cash', 'middle')}
    ${heading(350, 88, 'Not cash', 'middle')}
    ${boxes(minutes, notes, visits, contract, overtime, codes, turnover, evenings, cash, wellbeing, keep, stop)}
    ${rail([204, 52, 204, 242])}
    ${[visits, contract, overtime].map(({ y }) => arrow([204, y + 22, 180, y + 22]))}
    ${[turnover, evenings].map(({ y }) => arrow([204, y + 22, 236, y + 22]))}
    ${arrow([notes, codes])}
    ${[visits, contract, overtime].map(({ y }) => rail([24, y + 22, 10, y + 22]))}
    ${arrow([10, 122, 10, 326, 24, 326])}
    ${arrow([evenings, wellbeing])}
    ${arrow([cash, keep], { label: 'enough' })}
    ${arrow([180, 340, 208, 340, 208, 426, 236, 426], { label: 'short' })}
    ${arrow([stop, wellbeing], { label: 'budget pays', isDashed: true })}
  `,
};
