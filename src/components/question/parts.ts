import type { Part } from '../../domain/guide/parts.ts';
import Answer from './Answer.astro';
import Deeper from './Deeper.astro';
import Hint from './Hint.astro';
import Listening from './Listening.astro';
import Outline from './Outline.astro';

/** The components that MDX pages may use; given to each page when it is rendered. */
export const partComponents = { Answer, Deeper, Hint, Listening, Outline } satisfies Record<
  Part['component'],
  unknown
>;
