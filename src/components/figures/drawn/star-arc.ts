import { type Markup, markup } from '../../markup.ts';
import { bar, type Figure, heading, type Tone, words } from '../diagram.ts';

/** The page with the story. A guide without that page doesn't have this figure. */
const [page] = Object.values(
  import.meta.glob<string>('../../../content/questions/product-failure-and-what-changed.mdx', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);

interface Stretch {
  readonly name: string;
  readonly tone: Tone;
  /** What the interviewer is likely to ask at this point in the story. */
  readonly asks?: string;
}

const stretches: readonly Stretch[] = [
  { name: 'The failure, in one sentence', tone: 'risk' },
  { name: 'Situation: who relied on it', tone: 'plain' },
  { name: 'Task: what I decided', tone: 'human', asks: 'Do you own it?' },
  { name: 'What went wrong, for nine days', tone: 'risk', asks: 'Is it a real failure?' },
  {
    name: 'Action: stop it, call sites, count harm',
    tone: 'good',
    asks: 'Did patients come first?',
  },
  { name: 'Causes, including mine', tone: 'data', asks: 'More than one cause?' },
  { name: 'Change', tone: 'good', asks: 'Does it work at night?' },
  { name: 'Result, and what it can’t prove', tone: 'model' },
  { name: 'What I found out too late', tone: 'human' },
];

/**
 * Counts the words in each part of the story: first the page's ten-second answer, then each
 * paragraph of its block quote.
 */
function countWords(page: string): readonly number[] {
  const short = /^short: "(.+)"$/m.exec(page)?.[1] ?? '';
  const quoted = [...page.matchAll(/^> *(.+)$/gm)].map(([, text = '']) => text);
  const counts = [short, ...quoted].map((text) => text.split(/\s+/).filter(Boolean).length);
  if (counts.length !== stretches.length || counts.includes(0)) {
    throw new Error(
      `The figure "star-arc" has ${stretches.length} parts, and its page has a story of ${counts.length}: a line "short:" and the paragraphs of the block quote. Change the parts in star-arc.ts.`,
    );
  }
  return counts;
}

const wordCounts = page === undefined ? [] : countWords(page);

const total = wordCounts.reduce((sum, count) => sum + count, 0);
const percent = (count: number): number => Math.round((100 * count) / total);
/** The number of words before anything is fixed. */
const before = wordCounts.slice(0, 4).reduce((sum, count) => sum + count, 0);
const result = wordCounts[7] ?? 0;

/** The height of one word in the drawing. */
const unit = 1.06;

function draw({ name, tone, asks }: Stretch, index: number): Markup {
  const count = wordCounts[index] ?? 0;
  const y = 8 + wordCounts.slice(0, index).reduce((sum, words) => sum + words, 0) * unit;
  const h = count * unit;
  const middle = y + h / 2 + (asks === undefined ? 4.5 : -3);
  return markup`${bar({ x: 52, y, w: 28, h: h - 3 }, tone)}
${words(44, y + h / 2 + 3, `${percent(count)}%`, 'end')}
${heading(92, middle, name)}
${asks === undefined ? '' : words(92, middle + 16, `they ask: ${asks}`)}`;
}

function inWords({ name, asks }: Stretch, index: number): string {
  const asked = asks === undefined ? '' : `; they ask, “${asks}”`;
  return `“${name}”: ${percent(wordCounts[index] ?? 0)} percent${asked}.`;
}

const drawing: Figure = {
  sources: [],
  caption: `By word count, ${percent(before)} percent of the story goes by before anything gets fixed, and the result takes ${percent(result)} percent.`,
  description: `A bar from top to bottom shows the example answer, divided into nine parts by share of words. Where the interviewer is likely to ask something, the question follows. ${stretches.map(inWords).join(' ')}`,
  height: 492,
  content: markup`${stretches.map(draw)}`,
};

export const figure = page === undefined ? undefined : drawing;
