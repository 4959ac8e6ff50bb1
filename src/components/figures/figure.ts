import type { Markup } from '../markup.ts';

/** A figure: `src/components/figures/drawn/<id>.ts` exports one as `figure`. */
export interface Figure {
  /** Its file name, and the id that pages use. */
  readonly id: string;
  /** The message of the figure in one sentence, shown below it. */
  readonly caption: string;
  /** The figure in words, for readers who can't see it: parts, order, arrows. */
  readonly description: string;
  /** Height of the drawing; its width is `figureWidth`. */
  readonly height: number;
  readonly content: Markup;
}

/**
 * Width of all figures, in their own units. A phone shows it nearly unscaled, so that letters of
 * 13 stay readable there; wide things are stacked instead.
 */
export const figureWidth = 400;
