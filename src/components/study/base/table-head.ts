import { html } from 'lit-html';

/** Renders the head of a table in which all columns but the first have numbers. */
export function tableHead(first: string, numbers: readonly string[]) {
  return html`<thead>
    <tr>
      <th scope="col">${first}</th>
      ${numbers.map((name) => html`<th scope="col" class="number">${name}</th>`)}
    </tr>
  </thead>`;
}
