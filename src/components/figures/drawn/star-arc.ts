import { type Markup, markup } from '../../markup.ts';
import { words } from '../diagram.ts';
import type { Figure } from '../figure.ts';
import { bar, heading } from '../shapes.ts';

/** One section of the example: its words, counted on the page, and the interviewer's question. */
interface Stretch {
  readonly words: number;
  readonly name: string;
  readonly asks?: string;
  readonly tone: 'risk' | 'plain' | 'human' | 'good' | 'data' | 'model';
}

const stretches: readonly Stretch[] = [
  { words: 23, name: 'The failure, in one sentence', tone: 'risk' },
  { words: 29, name: 'Situation: what people relied on', tone: 'plain' },
  { words: 64, name: 'Task: what I decided', asks: 'they ask: do you own it?', tone: 'human' },
  {
    words: 85,
    name: 'What it did, for nine days',
    asks: 'they ask: does it stay a failure?',
    tone: 'risk',
  },
  {
    words: 78,
    name: 'Action: stop it, inform, count the harm',
    asks: 'they ask: patients before analysis?',
    tone: 'good',
  },
  { words: 46, name: 'Causes, mine too', asks: 'they ask: more than one?', tone: 'data' },
  { words: 45, name: 'Change', asks: 'they ask: does it work at night?', tone: 'good' },
  { words: 24, name: 'Result, and what it can’t prove', tone: 'model' },
  { words: 21, name: 'What I do differently', tone: 'human' },
];
const unit = 1.11;
const all = stretches.reduce((sum, stretch) => sum + stretch.words, 0);

function draw({ words: count, name, asks, tone }: Stretch, index: number): Markup {
  const before = stretches.slice(0, index).reduce((sum, stretch) => sum + stretch.words, 0);
  const y = 8 + before * unit;
  const h = count * unit;
  const middle = y + h / 2 + (asks === undefined ? 4.5 : -3);
  return markup`${bar({ x: 52, y, w: 28, h: h - 3 }, tone)}${words(44, y + h / 2 + 3, `${Math.round((count / all) * 100)}%`, 'end')}${heading(92, middle, name)}${asks === undefined ? '' : words(92, middle + 16, asks)}`;
}

/** How a behavioral answer spends its time, measured on the example of the page. */
export const figure: Figure = {
  id: 'star-arc',
  caption:
    'By word count, 48 percent of the story goes by before anything gets fixed, and the result takes 6 percent.',
  description:
    'A bar from top to bottom, as long as the example answer, divided by share of its words. The failure in one sentence, 6 percent. Situation, what people relied on, 7. Task, what I decided, 15: do you own it? What it did for nine days, 20: does it stay a failure? Action, stop it, inform, count the harm, 19: patients before analysis? Causes, mine too, 11: more than one? Change, 11: does it work at night? Result, and what it can’t prove, 6. What I do differently, 5.',
  height: 472,
  content: markup`${stretches.map(draw)}`,
};
