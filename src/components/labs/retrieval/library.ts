export interface Sentence {
  readonly text: string;
  /** Needed for the answer, or must not be cited. */
  readonly role?: 'rule' | 'exception' | 'outdated';
  /** How well it answers the question for a reader who understands both, 0 to 3. */
  readonly grade: number;
}

export interface LibraryDocument {
  readonly name: string;
  readonly isOutdated?: boolean;
  readonly sentences: readonly Sentence[];
}

/** The question as a clinician types it. */
export const question =
  'Patient with kidney failure takes velixaban. How many hours before a spinal tap do we stop it?';

/** Twenty passages in four documents. Drug, hours, and documents are invented. */
export const library: readonly LibraryDocument[] = [
  {
    name: 'Guideline 2025',
    sentences: [
      { text: 'Stop velixaban 60 hours before a spinal tap.', role: 'rule', grade: 3 },
      { text: 'In severe renal impairment, wait 110 hours instead.', role: 'exception', grade: 3 },
      { text: 'Heparin in a low dose needs a pause of 12 hours.', grade: 0 },
      { text: 'Restart six hours after a procedure without bleeding.', grade: 1 },
      { text: 'Ask a hematologist about patients with two blood thinners.', grade: 0 },
    ],
  },
  {
    name: 'Guideline 2019',
    isOutdated: true,
    sentences: [
      { text: 'Stop velixaban 20 hours before a spinal tap.', role: 'outdated', grade: 3 },
      { text: 'No other pause applies to velixaban.', role: 'outdated', grade: 2 },
      { text: 'Heparin in a low dose needs a pause of 8 hours.', grade: 0 },
      { text: 'Restart on the same day.', grade: 0 },
      { text: 'Platelets above 80 are enough for a spinal tap.', grade: 0 },
    ],
  },
  {
    name: 'Drug leaflet',
    sentences: [
      { text: 'Velixaban is taken twice a day, with or without food.', grade: 0 },
      { text: 'The kidneys clear a third of velixaban.', grade: 1 },
      { text: 'In kidney failure, take half of the dose.', grade: 1 },
      { text: 'A patient who takes velixaban carries a card.', grade: 0 },
      { text: 'Bruises are common in the first weeks.', grade: 0 },
    ],
  },
  {
    name: 'Patient page',
    sentences: [
      { text: 'How long does a spinal tap take? About 30 minutes.', grade: 0 },
      { text: 'Do not stop a blood thinner before we tell you.', grade: 0 },
      { text: 'A headache in the days after a spinal tap is common.', grade: 0 },
      { text: 'Drink as usual before you come.', grade: 0 },
      { text: 'Call us if you have a fever.', grade: 0 },
    ],
  },
];
