/** A computed table and its message. */
export interface WorkedExample {
  /** Caption: the calculation and its inputs. */
  readonly caption: string;
  /** Headings of the columns; the first column names the row. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The formula, in words that a reader can follow on paper. */
  readonly formula: string;
}

/** Makes a worked example from the tested functions in `src/domain/labs`. */
export type MakeExample = () => WorkedExample;
