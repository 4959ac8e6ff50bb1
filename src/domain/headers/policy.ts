/**
 * The content security policy (https://www.w3.org/TR/CSP3/). It allows scripts only from the site
 * itself, or inline if it lists their hash, such as `sha256-…`. Workers are covered by
 * `script-src`.
 */
import { Parser } from 'htmlparser2';

/**
 * Returns the policy for a page's `<meta>`, with the hashes of the page's scripts and styles. If a
 * host doesn't send our headers, this is the only policy. If it does, this one narrows the policy
 * in the header.
 *
 * @param canSearch true if the page has search, which needs Pagefind
 */
export function pagePolicy({ scripts, styles }: InlineCode, canSearch: boolean): string {
  return write([...(canSearch ? [wasm] : []), ...quote(scripts)], quote(styles));
}

/**
 * Returns the policy that a host sends with every response. It lists the scripts of all pages. The
 * styles of all pages would add a few kilobytes to each response, so the header allows any inline
 * style, and each page's `<meta>` lists its own. Browsers enforce both policies.
 */
export function hostPolicy(scripts: readonly string[]): string {
  return `${write([wasm, ...quote(scripts)], ["'unsafe-inline'"])};frame-ancestors 'none'`;
}

/** Needed by Pagefind, which uses WebAssembly. */
const wasm = "'wasm-unsafe-eval'";

function write(scripts: readonly string[], styles: readonly string[]): string {
  const directives = [
    ['default-src', "'none'"],
    ['script-src', "'self'", ...scripts],
    ['style-src', "'self'", ...styles],
    // Starlight's icons, selects, and tables of contents have style attributes.
    ['style-src-attr', "'unsafe-inline'"],
    // `data:` is for Starlight's icons and the levels' icons in the sidebar, which are CSS masks.
    ['img-src', "'self'", 'data:'],
    // The Inter font.
    ['font-src', "'self'"],
    ['connect-src', "'self'"],
    ['manifest-src', "'self'"],
    // Recorded answers are played from memory.
    ['media-src', 'blob:'],
    ['base-uri', "'none'"],
    // The search form.
    ['form-action', "'self'"],
  ];
  return directives.map((directive) => directive.join(' ')).join(';');
}

function quote(hashes: readonly string[]): string[] {
  return hashes.map((hash) => `'${hash}'`);
}

/** The policy goes right after this tag, which is before everything that the policy controls. */
const encoding = /<meta charset="utf-8"\s*\/?>/i;

/** @throws Error if the page has no encoding tag */
export function withPolicy(html: string, policy: string): string {
  if (!encoding.test(html)) throw new Error('The page has no <meta charset="utf-8">.');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return html.replace(encoding, (found) => found + meta);
}

/** The inline code that a policy must list, in page order and without duplicates. */
export interface InlineCode {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/**
 * Types of `<script>` that a policy applies to. On our pages, any other script is a data block,
 * such as JSON-LD
 * (https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element).
 */
const decidedOn = new Set(['', 'text/javascript', 'module', 'importmap']);

export function readInlineCode(html: string): InlineCode {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  let into: Set<string> | undefined;
  let text = '';
  const parser = new Parser({
    onopentag: (name, { src, type = '' }) => {
      if (name === 'style') into = styles;
      else if (name === 'script' && src === undefined && decidedOn.has(type)) into = scripts;
    },
    ontext: (part) => {
      if (into !== undefined) text += part;
    },
    onclosetag: () => {
      if (text !== '') into?.add(text);
      into = undefined;
      text = '';
    },
  });
  parser.end(html);
  return { scripts: [...scripts], styles: [...styles] };
}
