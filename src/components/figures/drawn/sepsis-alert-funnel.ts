import { type Markup, markup } from '../../markup.ts';
import { bar, dot, type Figure, heading, words } from '../diagram.ts';

/**
 * A stage of the funnel. `of` and `remaining` are the numbers of alerts that its two bars show, or
 * 0 if there is no such bar. `order` says when to look at the stage.
 */
type Stage = readonly [name: string, of: number, remaining: number, order: string, look: string];

const stages: readonly Stage[] = [
  ['Scores', 300, 0, '3', 'the cutoff: fewer alerts or fewer misses'],
  ['300 alerts in a month', 0, 300, '4', 'tiers: which alerts may interrupt'],
  ['39 of them true', 300, 39, '1', 'two clinicians read the charts, blind'],
  ['14 of these new', 39, 14, '1', 'the same charts: 25 already treated'],
  ['Reached someone who can write orders: ?', 14, 0, '2', 'two shifts on the floor, one at night'],
  ['Changed care: ?', 14, 0, '5', 'control units: what happens without the change'],
];
const unit = 384 / 300;

function draw([name, of, remaining, order, look]: Stage, index: number): Markup {
  const y = 20 + index * 78;
  const size = { y: y + 8, h: 14 };
  return markup`${heading(8, y, name)}
    ${of > 0 ? bar({ x: 8, w: of * unit, ...size }, 'faint') : ''}
    ${remaining > 0 ? bar({ x: 8, w: remaining * unit, ...size }, 'data') : ''}
    ${dot([17, y + 38], order, 'model')}
    ${words(34, y + 43, look)}`;
}

export const figure: Figure = {
  sources: [],
  caption:
    'Illustrative numbers, with bars to scale. The circled numbers are the order in which to look: the charts and the floor come before the cutoff.',
  description:
    'A funnel for the page’s example, with bars to scale. The scores raise 300 alerts in a month. Of these, 39 are true, and 14 of the 39 are new, since 25 patients were already being treated. How many reached someone who can write orders, and how many changed care, isn’t known yet. The numbers give the order in which to look. One: two clinicians read the charts without knowing how anyone responded. Two: two shifts on the floor, one of them overnight, to see who gets the page. Three: the cutoff. Four: tiers that say which alerts may interrupt. Five: control units, to see what happens without the change.',
  height: 472,
  content: markup`${stages.map(draw)}`,
};
