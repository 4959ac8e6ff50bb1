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

const stills = import.meta.glob<{ readonly still: Still }>('./*/still.ts', { eager: true });

/** The still picture of a lab; a new lab may have none yet. */
export function stillOf(id: string): Still | undefined {
  return stills[`./${id}/still.ts`]?.still;
}
