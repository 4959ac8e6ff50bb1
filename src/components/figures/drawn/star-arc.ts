import { type Markup, markup } from '../../markup.ts';
import { bar, type Figure, heading, type Tone, words } from '../diagram.ts';

/** One section of the example: its words on the page, and the interviewer's question. */
type Stretch = readonly [words: number, name: string, tone: Tone, asks?: string];

const stretches: readonly Stretch[] = [
  [23, 'The failure, in one sentence', 'risk'],
  [29, 'Situation: what people relied on', 'plain'],
  [64, 'Task: what I decided', 'human', 'they ask: do you own it?'],
  [85, 'What went wrong, for nine days', 'risk', 'they ask: is it a real failure?'],
  [78, 'Action: stop it, call sites, count harm', 'good', 'they ask: did patients come first?'],
  [46, 'Causes, including mine', 'data', 'they ask: more than one cause?'],
  [47, 'Change', 'good', 'they ask: does it work at night?'],
  [24, 'Result, and what it can’t prove', 'model'],
  [21, 'What I do differently', 'human'],
];
const unit = 1.11;
const all = stretches.reduce((sum, [count]) => sum + count, 0);

function draw([count, name, tone, asks]: Stretch, index: number): Markup {
  const before = stretches.slice(0, index).reduce((sum, [count]) => sum + count, 0);
  const y = 8 + before * unit;
  const h = count * unit;
  const middle = y + h / 2 + (asks === undefined ? 4.5 : -3);
  return markup`${bar({ x: 52, y, w: 28, h: h - 3 }, tone)}${words(44, y + h / 2 + 3, `${Math.round((count / all) * 100)}%`, 'end')}${heading(92, middle, name)}${asks === undefined ? '' : words(92, middle + 16, asks)}`;
}

export const figure: Figure = {
  id: 'star-arc',
  sources: [],
  caption:
    'By word count, 48 percent of the story goes by before anything gets fixed, and the result takes 6 percent.',
  description:
    'A bar from top to bottom shows the example answer, divided into nine parts by share of words. Where the interviewer is likely to ask something, the question follows. “The failure, in one sentence”: 6 percent. “Situation: what people relied on”: 7 percent. “Task: what I decided”: 15 percent; they ask, “Do you own it?” “What went wrong, for nine days”: 20 percent; they ask, “Is it a real failure?” “Action: stop it, call sites, count harm”: 19 percent; they ask, “Did patients come first?” “Causes, including mine”: 11 percent; they ask, “More than one cause?” “Change”: 11 percent; they ask, “Does it work at night?” “Result, and what it can’t prove”: 6 percent. “What I do differently”: 5 percent.',
  height: 472,
  content: markup`${stretches.map(draw)}`,
};
