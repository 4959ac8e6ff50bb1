/** States of the health care situation, most serious first (N12, section 5.2). */
export const situations = ['critical', 'serious', 'non-serious'] as const;

/** Significance of the information, highest first (N12, section 5.1). */
export const significances = ['treat', 'drive', 'inform'] as const;

export type Situation = (typeof situations)[number];
export type Significance = (typeof significances)[number];

/** The table in section 7.2, with each category and its criterion in section 7.3. */
const grid: Readonly<Record<Situation, Readonly<Record<Significance, string>>>> = {
  critical: { treat: 'IV.i', drive: 'III.ii', inform: 'II.iii' },
  serious: { treat: 'III.i', drive: 'II.ii', inform: 'I.ii' },
  'non-serious': { treat: 'II.i', drive: 'I.i', inform: 'I.iii' },
};

/** Returns the criterion of section 7.3, such as `III.ii`, in IMDRF/SaMD WG/N12FINAL:2014. */
export function samdCriterion(situation: Situation, significance: Significance): string {
  const criterion = grid[situation]?.[significance];
  if (criterion === undefined) throw new RangeError('That isn’t a cell in the grid.');
  return criterion;
}

/** A category of IMDRF, where IV has the highest impact. It isn't a class of FDA or the EU. */
export type SamdCategory = 'I' | 'II' | 'III' | 'IV';

/** Returns the category, from section 7.2. */
export function samdCategory(situation: Situation, significance: Significance): SamdCategory {
  return samdCriterion(situation, significance).replace(/\..*/, '') as SamdCategory;
}

/** A serious state counts as critical if lay people use the software alone (N12, section 5.2.2). */
export function countedSituation(situation: Situation, isLayAlone: boolean): Situation {
  return situation === 'serious' && isLayAlone ? 'critical' : situation;
}
