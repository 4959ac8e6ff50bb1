/** States of the health care situation, most serious first (N12, section 5.2). */
export const situations = ['critical', 'serious', 'non-serious'] as const;

/** Significance of the information, highest first (N12, section 5.1). */
export const significances = ['treat', 'drive', 'inform'] as const;

export type Situation = (typeof situations)[number];
export type Significance = (typeof significances)[number];

/**
 * The table in section 7.2. Each cell has the category and the number of its criterion in section
 * 7.3.
 */
const grid: Readonly<Record<Situation, Readonly<Record<Significance, string>>>> = {
  critical: { treat: 'IV.i', drive: 'III.ii', inform: 'II.iii' },
  serious: { treat: 'III.i', drive: 'II.ii', inform: 'I.ii' },
  'non-serious': { treat: 'II.i', drive: 'I.i', inform: 'I.iii' },
};

/** Returns the criterion in section 7.3 of IMDRF/SaMD WG/N12FINAL:2014, such as `III.ii`. */
export function samdCriterion(situation: Situation, significance: Significance): string {
  const criterion = grid[situation]?.[significance];
  if (criterion === undefined) throw new RangeError('That isn’t a cell in the grid.');
  return criterion;
}

/**
 * An IMDRF category. IV has the highest impact. These aren't the device classes of FDA or the EU.
 */
export type SamdCategory = 'I' | 'II' | 'III' | 'IV';

export function samdCategory(situation: Situation, significance: Significance): SamdCategory {
  return samdCriterion(situation, significance).replace(/\..*/, '') as SamdCategory;
}

/** A serious state counts as critical if lay people use the software alone (N12, section 5.2.2). */
export function countedSituation(situation: Situation, isLayAlone: boolean): Situation {
  return situation === 'serious' && isLayAlone ? 'critical' : situation;
}
