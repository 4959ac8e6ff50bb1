import { type ConfusionCounts, positivePredictiveValue } from '../labs/classification.ts';
import { wilsonInterval } from '../labs/intervals.ts';
import { number, percent } from './format.ts';

/** A table whose numbers are computed with the tested functions in `src/domain/labs`. */
export interface WorkedExample {
  /** Ids of the sources for the inputs and the formula. Empty if all inputs are made up. */
  readonly sources: readonly string[];
  readonly caption: string;
  /** Column headings. The first column names the row. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The formula in words, so that readers can do the calculation on paper. */
  readonly formula: string;
}

/** @param columns headings, each with a function that returns an item's cell */
export function table<Item>(
  items: readonly Item[],
  columns: Readonly<Record<string, (item: Item) => string>>,
): Pick<WorkedExample, 'columns' | 'rows'> {
  const cells = Object.values(columns);
  return {
    columns: Object.keys(columns),
    rows: items.map((item) => cells.map((cell) => cell(item))),
  };
}

export const ppvFormula =
  'PPV = sensitivity × prevalence ÷ (sensitivity × prevalence + (1 − specificity) × (1 − prevalence))';

export const modelA = { sensitivity: 0.95, specificity: 0.85 };
export const modelB = { sensitivity: 0.88, specificity: 0.95 };

export const counted = {
  Missed: ({ falseNegatives }: ConfusionCounts) => number(falseNegatives, 1),
  'False flags': ({ falsePositives }: ConfusionCounts) => number(falsePositives),
  PPV: (counts: ConfusionCounts) => percent(positivePredictiveValue(counts)),
};
export const found = ({ truePositives }: ConfusionCounts): string => number(truePositives, 1);

export type GroupResult = readonly [group: string, hits: number, total: number];
export const shareFound = ([, hits, total]: GroupResult): number => hits / total;

export const bySensitivity = {
  Group: ([group]: GroupResult) => group,
  Found: ([, hits, total]: GroupResult) => `${number(hits)} of ${number(total)}`,
  Sensitivity: (group: GroupResult) => percent(shareFound(group)),
  Interval: ([, hits, total]: GroupResult) => {
    const { low, high } = wilsonInterval(hits, total);
    return `${percent(low)} to ${percent(high)}`;
  },
};
