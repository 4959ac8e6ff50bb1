export function newFigure(id: string, title: string): string {
  return `import { markup } from '../../markup.ts';
import { arrow, boxes, boxesOf, type Figure } from '../diagram.ts';

const box = boxesOf(240, 44);
const first = box(80, 8, 'data', 'First\\nwhat goes in');
const second = box(80, 92, 'good', 'Second\\nwhat comes out');

/** ${title.replaceAll('*/', '* /')} */
export const figure: Figure = {
  id: ${string(id)},
  caption: 'What the figure says, in one sentence (to be written).',
  description:
    'The figure in words, for readers who can’t see it: its parts, their order, and where the arrows go (to be written). An arrow goes from the first box to the second.',
  height: 144,
  content: markup\`\${boxes(first, second)}\${arrow([first, second])}\`,
};
`;
}

export function newLab(id: string, title: string): string {
  return `import { isUnchanged, slider, type Values } from '../../../domain/labs/control.ts';
import { number } from '../../../domain/worked/format.ts';
import { markup } from '../../markup.ts';
import { type Lab, type LabView, numberOf, outOf } from '../lab.ts';

const controls = [slider('cases', 'Cases', [0, 100, 1], 10)];

function view(values: Values): LabView {
  // A formula belongs in src/domain/labs, with its source and a test against published values.
  const cases = numberOf(values, 'cases');
  return {
    value: number(cases),
    unit: 'of 100, and what they are (to be written)',
    result: \`Of 100 there are \${number(cases)}: say what follows (to be written).\`,
    figure: markup\`<svg viewBox="0 0 400 24" role="img" aria-label="\${cases} of 100"><rect x="0" y="0" width="\${4 * cases}" height="24"/></svg>\`,
    table: {
      caption: 'The same in numbers',
      columns: ['Measure', 'Number'],
      rows: [['Cases', number(cases)]],
    },
  };
}

export const lab: Lab = {
  id: ${string(id)},
  title: ${string(title)},
  aliases: [],
  theme: 'accuracy',
  still: {
    value: '10 of 100',
    unit: 'cases',
    question: 'The question that the lab answers (to be written)?',
    drawing: '<path class="dim" d="M20 124H300"/><path class="line" d="M20 124V96h56v28"/>',
  },
  guess: {
    ...outOf(100),
    question: 'What a candidate could ask, with everything needed for a guess (to be written)?',
    label: 'Cases',
    truth: 10,
    near: 2,
    because: 'why it is so (to be written).',
  },
  controls,
  view,
  challenges: [
    {
      task: 'Find more than 20 cases (to be written).',
      isMet: (values) => numberOf(values, 'cases') > 20,
      solution: { cases: 30 },
    },
    {
      task: 'Change nothing but the cases, and find fewer than 5 (to be written).',
      isMet: (values) => isUnchanged(controls, values, 'cases') && numberOf(values, 'cases') < 5,
      solution: { cases: 0 },
    },
  ],
  misconception: 'What many people believe, in their words (to be written).',
  say: 'What to say in an interview, in two short sentences. This is the second (to be written).',
  questions: [],
  sources: [],
};
`;
}

/** A string literal, in single quotes unless it contains one. */
function string(text: string): string {
  const written = JSON.stringify(text);
  return text.includes("'") ? written : `'${written.slice(1, -1).replaceAll('\\"', '"')}'`;
}
