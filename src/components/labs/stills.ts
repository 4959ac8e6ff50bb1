/** A still picture of a lab: what it is about, and the question it asks, without the answer. */
export interface Still {
  /** What the reader is given, such as "1%". */
  readonly value: string;
  /** What it is, such as "prevalence". */
  readonly unit: string;
  /** The question that the lab answers. */
  readonly says: string;
  /** SVG in a box of 320 by 150, below 60; classes as in `lab-card.css`. */
  readonly drawing: string;
}

const squares = (count: number, on: readonly number[]): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `<rect class="${on.includes(index) ? 'on' : 'off'}" x="${20 + index * 23.6}" y="96" width="18" height="18" rx="3"/>`,
  ).join('');

const intervals = [46, 33, 25, 19, 15, 12, 10]
  .map((half, index) => {
    const x = 32 + index * 40;
    return `<path class="${index === 6 ? 'line' : 'dim'}" d="M${x} ${104 - half}v${2 * half}m-6 0h12m0-${2 * half}h-12"/>`;
  })
  .join('');

const shift = [34, 52, 79, 96, 118, 151, 176, 203, 219, 244, 262, 287]
  .map((x) => `<path class="dim" d="M${x} 124v-26"/>`)
  .join('');

const stills: Readonly<Record<string, Still>> = {
  'predictive-value': {
    value: '1%',
    unit: 'prevalence',
    says: 'The test is good. Of ten alerts, how many are true?',
    drawing: squares(12, [7]),
  },
  threshold: {
    value: '50',
    unit: 'threshold',
    says: 'Who is missed, and who is disturbed for nothing?',
    drawing:
      '<path class="dim" d="M20 130c60 0 62-72 108-72s48 72 108 72"/><path class="line" d="M90 130c60 0 72-44 108-44s48 44 102 44"/><path class="dim" stroke-dasharray="3 4" d="M176 56v80"/>',
  },
  'alert-burden': {
    value: '12 hours',
    unit: 'on the floor',
    says: 'How often does the model interrupt one nurse?',
    drawing: `<path class="dim" d="M20 124H300"/>${shift}<path class="line" d="M139 124V74"/>`,
  },
  'sample-size': {
    value: '±5 points',
    unit: 'of sensitivity',
    says: 'How many patients must you enroll?',
    drawing: `<path class="dim" stroke-dasharray="3 4" d="M20 104H300"/>${intervals}`,
  },
  agreement: {
    value: '85%',
    unit: 'agreement',
    says: 'How much of it would chance have given?',
    drawing:
      '<rect class="off" x="20" y="94" width="280" height="20" rx="3"/><path class="on" d="M20 94h238v20H20z"/><path class="mark" d="M238 84v40"/>',
  },
  drift: {
    value: '100 and 100',
    unit: 'scores',
    says: 'Nothing has drifted. Does the alarm go off?',
    drawing:
      '<path class="dim" d="M20 132c70 0 74-74 124-74s54 74 124 74"/><path class="line" d="M36 132c70 0 74-74 124-74s54 74 124 74"/>',
  },
  'model-cost': {
    value: '660 notes',
    unit: 'per day',
    says: 'Rent the model, or run your own?',
    drawing:
      '<path class="dim" d="M20 78H300"/><path class="line" d="M20 134 300 58"/><circle class="on" cx="226" cy="78" r="6"/>',
  },
  'documentation-case': {
    value: '16 minutes',
    unit: 'saved per day',
    says: 'How many of them does the CFO count as cash?',
    drawing:
      '<path class="off" d="M20 130V70h56v60zM94 130V84h56v46z"/><path class="on" d="M168 130v-18h56v18z"/><path class="dim" d="M20 130H300"/>',
  },
  deidentify: {
    value: '18',
    unit: 'identifiers',
    says: 'Can you strip this note, and is it anonymous then?',
    drawing:
      '<path class="dim" d="M20 78h90m60 0h130M20 100h40m88 0h60m44 0h48M20 122h150"/><path class="bar" d="M116 78h48M66 100h76m72 0h32"/>',
  },
  'fhir-request': {
    value: '5 matches',
    unit: 'Status 200',
    says: 'How many of them can a model use?',
    drawing:
      '<path class="dim" d="M20 70h280M20 88h280M20 106h280M20 124h280M20 142h280"/><circle class="on" cx="34" cy="79" r="5"/><circle class="off" cx="34" cy="97" r="5"/><circle class="off" cx="34" cy="115" r="5"/><circle class="off" cx="34" cy="133" r="5"/>',
  },
  ranking: {
    value: 'Rank 4',
    unit: 'the best passage',
    says: 'Which measure notices when it moves up?',
    drawing:
      '<path class="off" d="M20 66h200v12H20zM20 84h160v12H20zM20 102h180v12H20z"/><path class="on" d="M20 120h240v12H20z"/><path class="line" d="M284 132V72m-7 8 7-8 7 8"/>',
  },
  prioritization: {
    value: '6 features',
    unit: '3 methods',
    says: 'Where does each method put the safety fix?',
    drawing:
      '<path class="dim" d="M40 70 160 88 280 76M40 88l120-18 120 24M40 106l120 18 120-12"/><path class="line" d="M40 132 160 106 280 62"/>',
  },
  'samd-category': {
    value: 'I to IV',
    unit: 'SaMD category',
    says: 'Where does your product belong?',
    drawing:
      '<path class="off" d="M20 66h86v22H20zM117 66h86v22h-86zM20 94h86v22H20zM117 94h86v22h-86zM214 94h86v22h-86zM20 122h86v22H20zM117 122h86v22h-86zM214 122h86v22h-86z"/><path class="on" d="M214 66h86v22h-86z"/>',
  },
  'cds-criteria': {
    value: '4 criteria',
    unit: 'all must hold',
    says: 'Is this decision support a device?',
    drawing:
      '<path class="line" d="m24 98 10 10 18-22M100 98l10 10 18-22M176 98l10 10 18-22"/><path class="mark" d="m254 84 24 24m0-24-24 24"/>',
  },
};

/** The still picture of a lab; a new lab may have none yet. */
export function stillOf(id: string): Still | undefined {
  return stills[id];
}
