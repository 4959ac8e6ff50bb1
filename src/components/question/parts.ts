import type { Part } from '../../domain/guide/parts.ts';
import Nothing from '../../starlight/Nothing.astro';
import Answer from './Answer.astro';
import Cite from './Cite.astro';
import Deeper from './Deeper.astro';
import Figure from './Figure.astro';
import Hint from './Hint.astro';
import Listening from './Listening.astro';
import Outline from './Outline.astro';
import Worked from './Worked.astro';

type PartName = NonNullable<Part['component']>;

const parts = { Answer, Deeper, Hint, Listening, Outline } satisfies Record<PartName, unknown>;

/** Components that may be used inside a part. */
const marks = { Cite, Figure, Worked };

/** The components that MDX pages may use. Each page gets them when it is rendered. */
export const partComponents = { ...parts, ...marks };

/**
 * Returns the same components, but only the named parts show anything. The page needs this because
 * it has its own order of parts.
 */
export function onlyParts(...names: readonly PartName[]): typeof partComponents {
  const shown = Object.entries(parts).filter(([name]) => names.some((each) => each === name));
  const hidden = Object.keys(parts).map((name) => [name, Nothing]);
  return { ...partComponents, ...Object.fromEntries(hidden), ...Object.fromEntries(shown) };
}
