import { type Markup, markup } from '../markup.ts';
import type { LabTable, LabView } from './lab.ts';

export function labStage({ value, unit, figure }: LabView): Markup {
  return markup`<p class="lab-verdict"><strong>${value}</strong> <span>${unit}</span></p><div class="lab-figure">${figure}</div>`;
}

export function labRest({ more, table }: LabView): Markup {
  return markup`${more && markup`<div class="lab-more">${more}</div>`}<details class="lab-table"><summary>The numbers</summary>${tableMarkup(table)}</details>`;
}

function tableMarkup({ caption, columns, rows }: LabTable): Markup {
  return markup`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption><thead><tr>${columns.map(
    (column) => markup`<th scope="col">${column}</th>`,
  )}</tr></thead><tbody>${rows.map(
    ([name = '', ...cells]) =>
      markup`<tr><th scope="row">${name}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}
