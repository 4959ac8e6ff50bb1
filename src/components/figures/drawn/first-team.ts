import { type Markup, markup } from '../../markup.ts';
import { words } from '../diagram.ts';
import type { Figure } from '../figure.ts';
import { bar, heading, note } from '../shapes.ts';

/** One seat: its first month, its share of the week, and what it unblocks. */
interface Seat {
  readonly name: string;
  readonly unblocks: string;
  readonly from: number;
  readonly part: number;
  readonly tone: 'human' | 'risk' | 'model' | 'data' | 'good';
}

const seats: readonly Seat[] = [
  {
    name: 'Nurse practitioner, 2 days a week',
    unblocks: '→ the label: forty flagged charts read',
    from: 1,
    part: 0.4,
    tone: 'human',
  },
  {
    name: 'Regulatory, 1 day',
    unblocks: '→ design freeze: intended use on a page',
    from: 2,
    part: 0.2,
    tone: 'risk',
  },
  {
    name: 'Clinical ML engineer',
    unblocks: '→ an honest test: inputs get a cutoff',
    from: 4,
    part: 1,
    tone: 'model',
  },
  {
    name: 'FHIR and HL7 engineer',
    unblocks: '→ hospital two: a mapping for each site',
    from: 6,
    part: 1,
    tone: 'data',
  },
  {
    name: 'Human-factors designer, half-time',
    unblocks: '→ safe use: a simulated shift',
    from: 8,
    part: 0.5,
    tone: 'good',
  },
  {
    name: 'Statistician, 1 day',
    unblocks: '→ the study: a sample size with reasons',
    from: 8,
    part: 0.2,
    tone: 'data',
  },
];
const month = 27;
const left = 11;
const full = 18;

function draw({ name, unblocks, from, part, tone }: Seat, index: number): Markup {
  const y = 20 + index * 68;
  const start = left + (from - 1) * month;
  const h = full * part;
  return markup`${heading(left, y, name)}${words(left, y + 16, unblocks)}${bar({ x: left, y: y + 23, w: 14 * month, h: full }, 'faint')}${bar({ x: start, y: y + 23 + full - h, w: left + 14 * month - start, h }, tone)}`;
}

/** The first seats of a product team in order: start, share of the week, and what each unblocks. */
export const figure: Figure = {
  id: 'first-team',
  caption:
    'Illustration, filled area to scale: 33 person-months. Two engineers from month one would be 28.',
  description:
    'A timeline of fourteen months with a row for each seat; the filled part shows from when and for how much of a week. Nurse practitioner from month 1, two days a week: forty flagged charts read, which unblocks the label. Regulatory from month 2, one day: intended use on a page, before design freeze. Clinical ML engineer from month 4, full-time: inputs get a cutoff, for an honest test. FHIR and HL7 engineer from month 6, full-time: a mapping for each site, for hospital two. Human-factors designer from month 8, half-time: a simulated shift. Statistician from month 8, one day: a sample size with reasons. Unfilled: weeks and months not yet paid for.',
  height: 460,
  content: markup`${seats.map(draw)}${[1, 2, 4, 6, 8, 14].map((number) =>
    words(left + (number - 0.5) * month, 436, String(number), 'middle'),
  )}${note(left, 452, 'month in which the seat begins, to month 14')}`,
};
