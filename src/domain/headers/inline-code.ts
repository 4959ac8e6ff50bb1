import { Parser } from 'htmlparser2';

/** Inline code that a policy must list: each text once, in page order. */
export interface InlineCode {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/**
 * Types of `<script>` that a policy applies to. All others are data, such as JSON-LD
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
