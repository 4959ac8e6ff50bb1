import { html, nothing } from 'lit-html';
import { counted } from '../../../lib/text.ts';

/**
 * Shows the first entries of a list, and folds the rest.
 * @param look the list's CSS classes
 * @param noun what the fold counts, such as "earlier answer"
 */
export function foldedList<Entry>(
  entries: readonly Entry[],
  max: number,
  view: (entry: Entry) => unknown,
  { look, noun }: { readonly look: string; readonly noun: string },
) {
  const list = (some: readonly Entry[]) => html`<ol class="plain ${look}">${some.map(view)}</ol>`;
  const rest = entries.slice(max);
  return html`${list(entries.slice(0, max))}
  ${
    rest.length === 0
      ? nothing
      : html`<details>
          <summary>${counted(rest.length, noun)}</summary>
          ${list(rest)}
        </details>`
  }`;
}
