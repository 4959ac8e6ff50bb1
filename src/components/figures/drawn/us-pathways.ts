import { markup } from '../../markup.ts';
import { arrow, boxes, boxesOf, dashed, type Figure, note, round } from '../diagram.ts';

/** Counts from FDA's list of AI-enabled devices (source `fda-ai-enabled-device-list`). */
const fdaList = {
  updated: 'September 4, 2026',
  total: '1,614',
  cleared: '1,553',
  granted: 40,
  approved: 21,
};

const cell = boxesOf(164, 60);
const device = round(cell(8, 8, 'plain', 'A device?\nintended use decides;\nunclear: ask FDA'));
const exempt = round(cell(8, 98, 'plain', 'An exempt type?'));
const predicate = round(cell(8, 188, 'plain', 'A predicate?\na device to\ncompare ours with'));
const risk = round(cell(8, 278, 'plain', 'Risk allows\nclass I or II?'));
const outside = cell(228, 8, 'faint', 'Not a device\nwellness, scheduling,\nsome decision support');
const none = cell(228, 98, 'plain', 'No submission\nbut still a device');
const cleared = cell(
  228,
  188,
  'good',
  `510(k): “cleared”\n${fdaList.cleared} of ${fdaList.total} on\nFDA’s AI list`,
);
const granted = cell(228, 278, 'good', `De Novo: “granted”\n${fdaList.granted} on FDA’s AI list`);
const approved = cell(228, 368, 'good', `PMA: “approved”\n${fdaList.approved} on FDA’s AI list`);

export const figure: Figure = {
  sources: [
    'fda-ai-enabled-device-list',
    'fda-device-classification-860',
    'fda-premarket-notification-807',
  ],
  caption: `Each route has its own word for a yes, and “approved” belongs to the rarest route. Numbers are from FDA’s list of ${fdaList.updated}, which FDA calls incomplete.`,
  description: `Questions from top to bottom. Is it a device? Intended use decides; if unclear, ask FDA. If no: not a device, for example wellness, scheduling, or clinical decision support that meets all four criteria. Is it an exempt type? If yes: no submission, but still a device. Is there a predicate, a device to compare ours with? If yes: a 510(k), and the device is “cleared,” as are ${fdaList.cleared} of the ${fdaList.total} on FDA’s list of AI devices. If no, does the risk allow class I or II? If yes: a De Novo, which is “granted,” as were ${fdaList.granted} on that list; the device can be the predicate for the next product’s 510(k). If no, class III: a PMA, which is “approved,” as were ${fdaList.approved} on that list.`,
  height: 436,
  content: markup`
    ${boxes(device, exempt, predicate, risk, outside, none, cleared, granted, approved)}
    ${arrow([device, outside], { label: 'no' })}
    ${arrow([device, exempt], { label: 'yes' })}
    ${arrow([exempt, none], { label: 'yes' })}
    ${arrow([exempt, predicate], { label: 'no' })}
    ${arrow([predicate, cleared], { label: 'yes' })}
    ${arrow([predicate, risk], { label: 'no' })}
    ${arrow([risk, granted], { label: 'yes' })}
    ${arrow([granted, cleared], dashed)}
    ${note(303, 267, 'next product’s predicate', 'end')}
    ${arrow([90, 338, 90, 398, 228, 398])}
    ${note(97, 392, 'no: class III')}
  `,
};
