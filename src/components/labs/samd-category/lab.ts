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

interface Product {
  readonly name: string;
  readonly situation: Situation;
  readonly significance: Significance;
  /** Whether N12 itself has it as an example (section 7.4); otherwise the reading is ours. */
  readonly isInN12: boolean;
  readonly why: string;
  /** The argument for another cell. */
  readonly but: string;
}

/** Products by their index in links. N12's are described in our own words. */
export const products: Readonly<Record<string, Product>> = {
  retina: {
    name: 'Reads retina photos in primary care: more than mild retinopathy, or not',
    situation: 'serious',
    significance: 'treat',
    isInN12: false,
    why: 'No specialist looks first, so it diagnoses. Timely treatment mitigates lasting harm, but minutes don’t matter, so the situation is “serious.”',
    but: 'FDA granted the De Novo request for IDx-DR, which does this, and put it in class II (April 11, 2018). Category III didn’t mean class III.',
  },
  stroke: {
    name: 'Reads brain images to choose treatment for acute stroke',
    situation: 'critical',
    significance: 'treat',
    isInN12: true,
    why: 'It decides on treatment in a life-threatening condition that can’t wait.',
    but: 'If it only alerts a specialist to look, it triages. That counts as “drive,” so it’s category III. FDA puts such triage software in class II (21 CFR 892.2080).',
  },
  sepsis: {
    name: 'Warns a nurse of early signs of sepsis',
    situation: 'critical',
    significance: 'drive',
    isInN12: false,
    why: 'In N12’s own wording, finding early signs counts as “drive,” and sepsis is life-threatening.',
    but: 'If you claim that it detects sepsis, it diagnoses: category IV. The intended use decides, not the model.',
  },
  lesion: {
    name: 'Supplements a clinician’s information with photos of a skin lesion',
    situation: 'critical',
    significance: 'drive',
    isInN12: true,
    why: 'It aids the diagnosis of a condition that may be life-threatening.',
    but: 'If the software itself says “malignant” or “benign,” N12’s example is category IV.',
  },
  apnea: {
    name: 'Detects interrupted breathing during sleep and sounds a tone',
    situation: 'serious',
    significance: 'treat',
    isInN12: true,
    why: 'The tone wakes the sleeper, so it counts as “treat.” The condition isn’t normally time critical, so the situation is “serious.”',
    but: 'If lay people use it without a professional’s guidance, a note in N12 counts “serious” as “critical”: category IV. N12’s own example stays at III.',
  },
  bolus: {
    name: 'Calculates a diabetic patient’s insulin bolus',
    situation: 'serious',
    significance: 'drive',
    isInN12: true,
    why: 'It aids the treatment of a condition that isn’t normally time critical.',
    but: 'If patients use it without a professional’s guidance, a note in N12 would count “serious” as “critical”: category III.',
  },
  migraine: {
    name: 'Predicts the risk of migraine in healthy people',
    situation: 'non-serious',
    significance: 'drive',
    isInN12: true,
    why: 'Predicting risk counts as “drives clinical management.” The condition can be managed noninvasively.',
    but: 'N12 explains it with the wording for “inform” (no near-term action). The category is I in both cells.',
  },
  pressure: {
    name: 'Stores past blood pressures for a provider’s later review',
    situation: 'serious',
    significance: 'inform',
    isInN12: true,
    why: 'It gathers data and triggers no immediate or near-term action.',
    but: 'If you add a warning about a value, it counts as “drive”: category II.',
  },
};

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
    more: markup`<div class="wide lab-words">${isShown && reading(yours, product, whose)}<p class="fine-print">IMDRF N12 (September 2014) calls itself a “possible framework.” It isn’t binding and doesn’t determine FDA’s class, the EU class, or high-risk status under the AI Act.</p></div>`,
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
