import type { Part } from '../../domain/guide/parts.ts';
import Answer from './Answer.astro';
import Cite from './Cite.astro';
import Deeper from './Deeper.astro';
import Figure from './Figure.astro';
import Hint from './Hint.astro';
import Listening from './Listening.astro';
import Outline from './Outline.astro';
import Worked from './Worked.astro';

/** The components that MDX pages may use; given to each page when it is rendered. */
export const partComponents = {
  Answer,
  Cite,
  Deeper,
  Figure,
  Hint,
  Listening,
  Outline,
  Worked,
} satisfies Record<NonNullable<Part['component']> | 'Cite' | 'Figure' | 'Worked', unknown>;
