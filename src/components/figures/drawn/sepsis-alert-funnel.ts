import { type Markup, markup } from '../../markup.ts';
import { words } from '../diagram.ts';
import type { Figure } from '../figure.ts';
import { bar, dot, heading } from '../shapes.ts';

/** One stage of the funnel: alerts left from the stage before, if anyone counted them. */
interface Stage {
  readonly name: string;
  readonly of?: number;
  readonly left: number;
  readonly order: string;
  readonly look: string;
}

const stages: readonly Stage[] = [
  {
    name: 'Scores',
    of: 300,
    left: 0,
    order: '3',
    look: 'the cutoff: fewer alerts or fewer misses',
  },
  {
    name: '300 alerts in a month',
    left: 300,
    order: '4',
    look: 'tiers: what may interrupt anyone',
  },
  {
    name: '39 of them true',
    of: 300,
    left: 39,
    order: '1',
    look: 'two clinicians read the charts, blind',
  },
  {
    name: '14 of these new',
    of: 39,
    left: 14,
    order: '1',
    look: 'the same charts: 25 already treated',
  },
  {
    name: 'Reached someone who may order: ?',
    of: 14,
    left: 0,
    order: '2',
    look: 'two days on the floor, one at night',
  },
  {
    name: 'Changed the care: ?',
    of: 14,
    left: 0,
    order: '5',
    look: 'units that waited: what happens anyway',
  },
];
const unit = 384 / 300;

function draw({ name, of = 0, left, order, look }: Stage, index: number): Markup {
  const y = 20 + index * 78;
  const size = { y: y + 8, h: 14 };
  return markup`${heading(8, y, name)}${of > 0 ? bar({ x: 8, w: of * unit, ...size }, 'faint') : ''}${left > 0 ? bar({ x: 8, w: left * unit, ...size }, 'data') : ''}${dot([17, y + 38], order, 'model')}${words(34, y + 43, look)}`;
}

/** From scores to changed care, with the order in which to look for losses. */
export const figure: Figure = {
  id: 'sepsis-alert-funnel',
  caption:
    'Illustration, bars to scale. The numbers say where to look first: the charts and the floor come before the cutoff.',
  description:
    'A funnel in the page’s illustration, bars to scale. From scores come 300 alerts in a month; 39 of them are true; 14 of these are new, since 25 patients were already treated. How many reached someone who may order, and how many changed the care, isn’t known yet. Numbers say in which order to look: one, two clinicians read the charts, blind to the response; two, two days on the floor, one of them at night, to see who gets the page; three, the cut; four, tiers that say what may interrupt anyone; five, the units that waited, for what happens anyway.',
  height: 472,
  content: markup`${stages.map(draw)}`,
};
