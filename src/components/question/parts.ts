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

/** What may be inside a part. */
const marks = { Cite, Figure, Worked };

/** The components that MDX pages may use; given to each page when it is rendered. */
export const partComponents = { ...parts, ...marks };

/** The same, but only these parts show anything: on the page, parts have an order of their own. */
export function onlyParts(...names: readonly PartName[]): typeof partComponents {
  const shown = Object.entries(parts).filter(([name]) => names.some((each) => each === name));
  const hidden = Object.keys(parts).map((name) => [name, Nothing]);
  return { ...partComponents, ...Object.fromEntries(hidden), ...Object.fromEntries(shown) };
}
