import { applyTheme } from '../src/components/theme/apply-theme.ts';

/** Astro's tag for the script of the page frame (`src/layouts/Page.astro`). */
const frameTag = /<script type="module" src="([^"]*\/_astro\/Page\.[^"]+)"><\/script>/g;

const frame = '<site-search';

const themeTag = `<script>${applyTheme}</script>`;

/** If the script can't be loaded, its stored copy may be damaged, so the worker checks its files. */
const checkStored = `()=>navigator.serviceWorker?.controller?.postMessage('check')`;

/**
 * The script of the page. Its URL is not part of its text, so that the hashes in policies are the
 * same in each version of the site.
 */
const script = (address: string): string =>
  `<script data-src="${address}">${applyTheme}{let{src}=document.currentScript.dataset;addEventListener('load',()=>import(src).catch(${checkStored}))}</script>`;

export function hasFrame(html: string): boolean {
  return html.includes(frame);
}

/**
 * Combines the two scripts of a page with the frame into one inline script: it sets the theme and
 * loads the frame's script after the `load` event. A module script in the page delays the first
 * paint: LCP was 1.43 times as long.
 *
 * @throws if a page with the frame doesn't have each of the two once
 */
export function loadFrameScriptLate(html: string): string {
  const addresses = [...html.matchAll(frameTag)].map(([, address = '']) => address);
  const [address] = addresses;
  const expected = hasFrame(html) ? 1 : 0;
  const themes = html.split(themeTag).length - 1;
  if (addresses.length !== expected || themes !== expected) {
    throw new Error(
      `Expected ${expected} script for the page frame and ${expected} for the theme, found ${addresses.length} and ${themes}: has Astro changed how it writes script tags? See scripts/frame-script.ts.`,
    );
  }
  return address === undefined
    ? html
    : html.replace(frameTag, '').replace(themeTag, () => script(address));
}
