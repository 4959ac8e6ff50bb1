import { type Markup, markup } from '../../markup.ts';
import { bar, type Figure, heading, note, type Tone, words } from '../diagram.ts';

/**
 * A job to fill: its title, its purpose, the month in which it starts, its share of a working week,
 * and its color.
 */
type Seat = readonly [name: string, purpose: string, from: number, part: number, tone: Tone];

const seats: readonly Seat[] = [
  ['Nurse practitioner, 2 days a week', 'Training label: reads 40 flagged charts', 1, 0.4, 'human'],
  [
    'Regulatory and quality, 2 days a week',
    'Design freeze: intended use on one page',
    2,
    0.4,
    'risk',
  ],
  ['Clinical ML engineer', 'Honest test: before doctors react', 4, 1, 'model'],
  ['FHIR and HL7 engineer', 'Second hospital: a mapping for each site', 6, 1, 'data'],
  ['Human-factors designer, half-time', 'Safe use: a simulated shift', 8, 0.5, 'good'],
  ['Statistician, 1 day a week', 'Study: a justified sample size', 8, 0.2, 'data'],
];
const month = 27;
const left = 11;
const full = 18;

function draw([name, purpose, from, part, tone]: Seat, index: number): Markup {
  const y = 20 + index * 68;
  const start = left + (from - 1) * month;
  const h = full * part;
  return markup`${heading(left, y, name)}
    ${words(left, y + 16, purpose)}
    ${bar({ x: left, y: y + 23, w: 14 * month, h: full }, 'faint')}
    ${bar({ x: start, y: y + 23 + full - h, w: left + 14 * month - start, h }, tone)}`;
}

export const figure: Figure = {
  sources: [],
  caption:
    'What each hire makes possible. In this made-up plan, the filled bars add up to 36 person-months; two engineers hired in month one would take 28.',
  description:
    'A timeline of fourteen months with a row for each seat; the filled part shows when the seat starts and how much of the week it takes. Nurse practitioner from month 1, two days a week: forty flagged charts read, which makes a better training label possible. Regulatory and quality specialist from month 2, two days a week: intended use on one page, before design freeze. Clinical ML engineer from month 4, full-time: a test on patients before their doctors react. FHIR and HL7 engineer from month 6, full-time: a mapping for each site, for the second hospital. Human-factors designer from month 8, half-time: a simulated shift. Statistician from month 8, one day a week: a justified sample size. Unfilled: time not paid for.',
  height: 460,
  content: markup`
    ${seats.map(draw)}
    ${[1, 2, 4, 6, 8, 14].map((number) => words(left + (number - 0.5) * month, 436, String(number), 'middle'))}
    ${note(left, 452, 'month when each seat starts, through month 14')}
  `,
};
