/** Astro's tag for the script of the page frame (`src/layouts/Page.astro`). */
const frameTag = /<script type="module" src="([^"]*\/_astro\/Page\.[^"]+)"><\/script>/g;

/** An element of every page that has the frame. */
const frame = '<site-search';

/**
 * Replaces the tag. The URL is in an attribute, not in the script's text, so that the hash in the
 * policies stays the same in each version of the site.
 */
const loader =
  '<script data-src="$1">{let{src}=document.currentScript.dataset;addEventListener(\'load\',()=>import(src))}</script>';

/** Whether a page has the frame, and so its script. */
export function hasFrame(html: string): boolean {
  return html.includes(frame);
}

/**
 * Has a page load the frame's script after its `load` event. A module script in the page counts against
 * the first paint: LCP was 1.43 times as long (README, "Weight and growth").
 *
 * @throws if a page with the frame has not exactly one tag for its script
 */
export function loadFrameScriptLate(html: string): string {
  const found = [...html.matchAll(frameTag)];
  if (found.length !== (hasFrame(html) ? 1 : 0)) {
    throw new Error(
      `Expected one script tag for the page frame, found ${found.length}. Has Astro changed the tag? See scripts/frame-script.ts.`,
    );
  }
  return html.replace(frameTag, loader);
}
