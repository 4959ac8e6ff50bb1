import type { Significance, Situation } from '../../../domain/labs/samd-category.ts';

export interface Product {
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
