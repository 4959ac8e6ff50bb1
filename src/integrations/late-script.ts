import { applyTheme } from '../components/theme/apply-theme.ts';

/** The script of the page frame, as Astro writes it. */
const ofFrame = /<script type="module" src="([^"]*\/Page\.[^"]+)"><\/script>/;

/**
 * Has a built page ask for the frame's script once it is painted. It answers touches, and until
 * then links and folds do what they do without scripts; asked for earlier it would only take bandwidth
 * and time from the text.
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
    .replace(
      `<script>${applyTheme}`,
      `<script data-late="${address}">${applyTheme}${loadWhenPainted}`,
    );
  if (!late.includes(loadWhenPainted)) throw new Error(`${file} has no script for the theme.`);
  return late;
}

/**
 * The second step is after the frame that the first one waits for. A page that is not to be seen is
 * not painted, so the script also comes after a while; asked for twice, it runs once. Its address
 * is not part of this, so that policies allow the same text in each version of the site.
 */
const loadWhenPainted =
  '{let{late}=document.currentScript.dataset;onload=()=>{let go=()=>import(late);requestAnimationFrame(()=>setTimeout(go));setTimeout(go,500)}}';
