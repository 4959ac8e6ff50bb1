import { type Markup, markup } from '../../markup.ts';
import { arrow, type Box, box, boxes, boxesOf, type Figure, rail, round } from '../diagram.ts';

const phase = boxesOf(188, 44);
const back = boxesOf(150, 44);
const silent = phase(8, 8, 'model', 'Silent run\nlive data, hidden output');
const inputs = round(phase(8, 74, 'plain', 'Gate\nevery input mapped?'));
const feed = back(236, 74, 'risk', 'Fix the feed\nrepeat two weeks');
const units = phase(8, 146, 'model', 'Two units\nvs. units not yet live');
const gain = round(phase(8, 212, 'plain', 'Gate: care no worse?\nand cards within budget?'));
const redesign = back(236, 212, 'risk', 'Narrow the trigger\nor redesign, or stop');
const hospitals = phase(8, 284, 'model', 'Next hospitals\nin random order');
const again = round(phase(8, 350, 'plain', 'The same gates\nat each hospital'));
const waits = back(236, 350, 'risk', 'Next wave waits\nif unsafe, off for all');
const network = phase(8, 422, 'good', 'Whole network\nwatched site by site');
const off = box(
  [236, 414, 160, 60],
  'human',
  'Off, at any step\nby the site’s lead,\nwithout asking',
);

/**
 * Draws the path from a gate that stays closed to the remedy, and then back to the phase before the
 * gate.
 */
function wayBack(gate: Box, remedy: Box, to: Box): Markup {
  const x = remedy.x + 40;
  const y = to.y + to.h / 2;
  return markup`${arrow([gate, remedy], { label: 'no' })}${arrow(
    [x, remedy.y, x, y, to.x + to.w, y],
    { isDashed: true, label: 'again' },
  )}`;
}

export const figure: Figure = {
  sources: [],
  caption:
    'Each phase ends at a gate whose limits were set in advance. If a gate stays shut, you repeat the phase. The site’s lead can switch the tool off at any step.',
  description:
    'From top to bottom, with gates. A silent run on live data, with hidden output. Gate: is every input mapped? If not, fix the feed and repeat the two silent weeks. Two units, compared with units that aren’t live yet. Gate: is care no worse than in those units, and are cards within budget? If not, narrow the trigger or redesign and repeat the phase, or stop. The next hospitals, in random order, with the same gates at each. If one is shut, the next wave waits, and if the tool is unsafe, it is switched off everywhere. Then the whole network, watched hospital by hospital. Alongside all of this, at any step, the site’s clinical lead can switch the tool off without asking anyone.',
  height: 482,
  content: markup`
    ${boxes(silent, inputs, feed, units, gain, redesign, hospitals, again, waits, network, off)}
    ${arrow([silent, inputs])}
    ${wayBack(inputs, feed, silent)}
    ${arrow([inputs, units], { label: 'yes' })}
    ${arrow([units, gain])}
    ${wayBack(gain, redesign, units)}
    ${arrow([gain, hospitals], { label: 'yes' })}
    ${arrow([hospitals, again])}
    ${wayBack(again, waits, hospitals)}
    ${arrow([again, network], { label: 'yes' })}
    ${rail([386, 12, 392, 12, 392, 414])}
  `,
};
