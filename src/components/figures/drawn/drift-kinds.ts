import { type Markup, markup } from '../../markup.ts';
import { type Figure, heading, note, words } from '../diagram.ts';

type Curve = (x: number) => number;

/**
 * The scores of patients without and with the outcome are centered on −0.8 and 0.8, with a standard
 * deviation of 1.
 */
const center = 0.8;

function bell(x: number, middle: number): number {
  return Math.exp(-((x - middle) ** 2) / 2);
}

/** Returns the relative number of patients at each score. `share` is the share with the outcome. */
function scores(share: number, shift = 0): Curve {
  return (x) => (1 - share) * bell(x, shift - center) + share * bell(x, shift + center);
}

/**
 * Returns the share of patients with the outcome at each score. `factor` scales it to show a change
 * in practice.
 */
function risk(share: number, factor = 1): Curve {
  return (x) => factor / (1 + ((1 - share) / share) * Math.exp(-2 * center * x));
}

const size = { w: 176, h: 62 };

function draw(x: number, y: number, curve: Curve, kind: string): Markup {
  const points = Array.from({ length: 45 }, (_, index) => {
    const at = -3.6 + (index / 44) * 7.8;
    return `${(x + (index / 44) * size.w).toFixed(1)} ${(y + size.h - curve(at) * 58).toFixed(1)}`;
  });
  return markup`<path class="curve ${kind}" d="M${points.join('L')}"/>`;
}

function chart(x: number, y: number, before: Curve, now: Curve, verdict: string): Markup {
  return markup`<path class="axis" d="M${x} ${y}v${size.h}h${size.w}"/>
    ${draw(x, y, now, '')}
    ${draw(x, y, before, 'before')}
    ${words(x + size.w / 2, y + size.h + 15, verdict, 'middle')}`;
}

interface Kind {
  readonly name: string;
  readonly example: string;
  readonly scores: readonly [now: Curve, verdict: string];
  readonly risk: Kind['scores'];
}

const usual = { scores: scores(0.2), risk: risk(0.2) };

const kinds: readonly Kind[] = [
  {
    name: 'Covariate: who arrives',
    example: 'a transplant unit opens',
    scores: [scores(0.2, 1.1), 'moved: visible here'],
    risk: [usual.risk, 'unchanged'],
  },
  {
    name: 'Prior: how many cases',
    example: 'a heat wave brings more cases',
    scores: [scores(0.5), 'often moves'],
    risk: [risk(0.5), 'moved: visible here'],
  },
  {
    name: 'Concept: meaning',
    example: 'a new kidney-protection bundle',
    scores: [usual.scores, 'unchanged: nothing to see'],
    risk: [risk(0.2, 2 / 3), 'moved: visible only here'],
  },
];

function panel({ name, example, scores: left, risk: right }: Kind, index: number): Markup {
  const y = 46 + index * 126;
  return markup`${heading(12, y, name)}
    ${note(390, y, example, 'end')}
    ${chart(12, y + 12, usual.scores, ...left)}
    ${chart(214, y + 12, usual.risk, ...right)}`;
}

export const figure: Figure = {
  sources: [],
  caption:
    'Scores that move don’t prove harm, and scores that stay put don’t prove safety. Concept drift shows up only in outcomes.',
  description:
    'Three rows, each with two small charts: on the left, how many patients have each score; on the right, the share with the outcome at each score. Dashed is before, and solid is now. The curves are computed for illustration. Covariate shift (a transplant unit opens): the scores move right, and the share at each score stays the same. Prior shift (a heat wave brings more cases): the scores often move, and the share at each score rises. Concept drift (a new kidney-protection bundle): the scores don’t move, and the share at each score falls by a third. Only outcomes show it.',
  height: 424,
  content: markup`
    ${note(12, 14, 'Patients at each score')}
    ${note(214, 14, 'Outcomes at each score')}
    ${kinds.map(panel)}
    <path class="curve before" d="M12 414h28"/>
    ${words(46, 418, 'before')}
    <path class="curve" d="M110 414h28"/>
    ${words(144, 418, 'now')}
    ${note(390, 418, 'computed for illustration', 'end')}
  `,
};
