import { choice, hidden, toggle, type Values } from '../../../domain/labs/control.ts';
import {
  countedSituation,
  type Significance,
  type Situation,
  samdCategory,
  samdCriterion,
  significances,
  situations,
} from '../../../domain/labs/samd-category.ts';
import { type Markup, markup } from '../../markup.ts';
import { type Lab, type LabView, namesOf, recordOf, textOf } from '../lab.ts';
import { type Product, products } from './products.ts';

const cellPattern = /^((critical|serious|non-serious)-(treat|drive|inform)|shown|none)$/;

const controls = [
  choice('product', 'Product', 'retina', namesOf(products), { isMenu: true }),
  toggle(
    'alone',
    'Lay people use it without a professional',
    'N12 then counts a “serious” situation as “critical.”',
  ),
  // `shown`: only our reading, because the guess already asked for the reader's; `none`: not placed
  // yet.
  hidden('cell', 'serious-drive', cellPattern, 'shown'),
];

const states: Readonly<Record<Situation, string>> = {
  critical:
    'accurate or timely action is vital to avoid death, lasting disability, or similar harm.',
  serious:
    'accuracy avoids needless interventions, or timely action mitigates lasting harm; the condition isn’t normally time critical.',
  'non-serious': 'accuracy matters, but is not critical to mitigating lasting harm.',
};

const uses: Readonly<Record<Significance, readonly [name: string, meaning: string]>> = {
  treat: ['treat or diagnose', 'the output leads to an immediate or near-term action.'],
  drive: [
    'drive',
    'it guides the next step: it aids treatment or diagnosis, triages, or finds early signs.',
  ],
  inform: ['inform', 'it triggers no immediate or near-term action.'],
};

type Placed = Pick<Product, 'situation' | 'significance'>;

function view(values: Values): LabView {
  const product = recordOf(products, values, 'product');
  const cell = textOf(values, 'cell');
  const yours = readCell(cell, values['alone'] === true);
  const whose = product.isInN12 ? 'N12’s own example' : 'Our reading';
  const isShown = cell !== 'none';
  return {
    value: isShown ? categoryOf(product) : '?',
    unit: isShown
      ? `${whose}${yours ? `; you say ${categoryOf(yours)}` : ''}`
      : 'Choose the cell where you’d put it',
    result: isShown ? say(yours, product, whose) : `${product.name}.`,
    figure: gridTable(cell, yours, isShown ? product : undefined),
    more: markup`<div class="wide lab-words">${isShown && reading(yours, product, whose)}<p class="small">IMDRF N12 (September 2014) calls itself a “possible framework.” It isn’t binding and doesn’t determine FDA’s class, the EU class, or high-risk status under the AI Act.</p></div>`,
    table: {
      caption: product.name,
      columns: ['Placed by', 'Situation', 'Significance', 'Category', 'N12 criterion'],
      rows: [
        ...(yours ? [row('You', yours)] : []),
        ...(isShown ? [row(whose, product)] : [['Not placed yet', '–', '–', '–', '–']]),
      ],
    },
  };
}

function readCell(cell: string, isAlone: boolean): Placed | undefined {
  const at = cell.lastIndexOf('-');
  if (at < 0) return undefined;
  return {
    situation: countedSituation(cell.slice(0, at) as Situation, isAlone),
    significance: cell.slice(at + 1) as Significance,
  };
}

function say(yours: Placed | undefined, product: Product, whose: string): string {
  const ours = `${whose} is category ${categoryOf(product)}`;
  if (yours === undefined) return `${product.name}. ${ours} (${cellName(product)}).`;
  const first = `You say category ${categoryOf(yours)} (${cellName(yours)}).`;
  if (cellName(yours) === cellName(product)) return `${first} ${whose} is in the same cell.`;
  const isSame = categoryOf(yours) === categoryOf(product);
  return `${first} ${ours}${isSame ? ' as well' : ''} (${cellName(product)}).`;
}

function gridTable(pressed: string, yours?: Placed, product?: Product): Markup {
  return markup`<table class="samd-grid lab-grid lab-press"><caption class="sr-only">Choose the cell</caption><thead><tr><th scope="col"><span class="sr-only">Situation</span></th>${significances.map(
    (significance) => markup`<th scope="col">${capital(uses[significance][0])}</th>`,
  )}</tr></thead><tbody>${situations.map(
    (situation) =>
      markup`<tr><th scope="row">${capital(situation)}</th>${significances.map((significance) =>
        gridCell({ situation, significance }, pressed, yours, product),
      )}</tr>`,
  )}</tbody></table>`;
}

function gridCell(cell: Placed, pressed: string, yours?: Placed, product?: Product): Markup {
  const value = `${cell.situation}-${cell.significance}`;
  const isHere = (other?: Placed): boolean => !!other && cellName(other) === cellName(cell);
  const marks = [
    isHere(yours) && (value === pressed ? 'you' : 'counts here'),
    value === pressed && !isHere(yours) && 'you chose',
    isHere(product) && (product?.isInN12 ? 'N12' : 'our reading'),
  ].filter((mark) => mark !== false);
  return markup`<td><button type="button" class="lab-word" data-set="cell=${value}" data-key="${value}" data-category="${categoryOf(cell)}" aria-pressed="${String(value === pressed)}"><span class="sr-only">Category </span><strong>${categoryOf(cell)}</strong>${marks.map(
    (mark) => markup` <span class="samd-mark">${mark}</span>`,
  )}</button></td>`;
}

function reading(yours: Placed | undefined, product: Product, whose: string): Markup {
  return markup`${yours && markup`<p><strong>Your cell.</strong> ${capital(yours.situation)}: ${states[yours.situation]} ${capital(uses[yours.significance][0])}: ${uses[yours.significance][1]}</p>`}<p><strong>${whose}: category ${categoryOf(product)}.</strong> ${product.why}</p>
<p><strong>Room for argument.</strong> ${product.but}</p>`;
}

function row(whose: string, cell: Placed): string[] {
  const { situation, significance } = cell;
  const criterion = samdCriterion(situation, significance);
  return [whose, situation, uses[significance][0], categoryOf(cell), criterion];
}

function categoryOf({ situation, significance }: Placed): string {
  return samdCategory(situation, significance);
}

function cellName({ situation, significance }: Placed): string {
  return `${situation}, ${uses[significance][0]}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const lab: Lab = {
  id: 'samd-category',
  title: 'Place a product on the SaMD grid',
  aliases: ['SaMD category', 'IMDRF', 'risk category'],
  theme: 'rules',
  still: {
    value: 'I to IV',
    unit: 'SaMD category',
    question: 'Where does your product belong?',
    drawing:
      '<path class="off" d="M20 66h86v22H20zM117 66h86v22h-86zM20 94h86v22H20zM117 94h86v22h-86zM214 94h86v22h-86zM20 122h86v22H20zM117 122h86v22h-86zM214 122h86v22h-86z"/><path class="on" d="M214 66h86v22h-86z"/>',
  },
  guess: {
    kind: 'choice',
    question:
      'Software in a family practice reads retina photos and says “refer” or “don’t refer.” No specialist looks first. Which SaMD category is it, from I (lowest) to IV?',
    options: ['I', 'II', 'III', 'IV'].map((value) => ({ value, label: value })),
    truth: 'III',
    because:
      'the software diagnoses by itself, and the condition is serious but not a matter of minutes.',
  },
  controls,
  view,
  follow: (now, before) =>
    now['product'] === before['product'] ? now : { ...now, cell: 'none', alone: false },
  challenges: [
    {
      task: 'Choose the insulin bolus calculator, and place it where N12 places it.',
      isMet: (values) => values['product'] === 'bolus' && values['cell'] === 'serious-drive',
      solution: { product: 'bolus', cell: 'serious-drive' },
    },
    {
      task: 'Find a way to reach category IV from the “Serious” row.',
      isMet: (values) => values['alone'] === true && textOf(values, 'cell') === 'serious-treat',
      solution: { product: 'apnea', alone: true, cell: 'serious-treat' },
    },
  ],
  misconception: 'Category III means class III.',
  say: 'Two things determine the category: how serious the situation is, and how much the decision leans on the output. The category isn’t an FDA class.',
  questions: ['z7s', 'vd9', 'pn3'],
  sources: [
    'imdrf-n12-2014',
    'fda-device-classification-860',
    'fda-idx-dr-den180001',
    'fda-cadt-classification-892-2080',
  ],
};
