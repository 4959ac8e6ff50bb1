import { transformSync } from 'esbuild';
import { asksForSearch } from '../components/keys/asks-for-search.ts';
import { waitForMove } from '../components/page/wait-for-move.ts';
import { applyTheme } from '../components/theme/apply-theme.ts';

/** The script of the page frame, as Astro writes it. */
const ofFrame = /<script type="module" src="([^"]*\/Page\.[^"]+)"><\/script>/;

/** What asks for it, in the words of a script without modules. */
const waiting = transformSync(
  `(${waitForMove})(document.currentScript.dataset.late, ${asksForSearch})`,
  { minify: true },
).code.trim();

/**
 * Has a built page wait for its reader's first move before it asks for the frame's script
 * (`wait-for-move.ts`).
 *
 * @param file what the page is called in an error
 * @throws if the page has that script and not the one for the theme
 */
export function withLateScript(html: string, file: string): string {
  const [tag, address] = ofFrame.exec(html) ?? [];
  if (tag === undefined) return html;
  // In the script that is there already: one more would cost the page's policy one more hash.
  const late = html
    .replace(tag, '')
    .replace(`<script>${applyTheme}`, `<script data-late="${address}">${applyTheme}${waiting}`);
  if (!late.includes(waiting)) throw new Error(`${file} has no script for the theme.`);
  return late;
}
