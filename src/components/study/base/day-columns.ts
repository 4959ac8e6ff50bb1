import { html, nothing, type TemplateResult } from 'lit-html';
import { tableHead } from './table-head.ts';

/** A chart of columns with its table. All series have a value for each column. */
export interface Columns {
  readonly title: string;
  /** The chart in a sentence, for readers who can't see it. */
  readonly summary: string;
  readonly unit: string;
  readonly names: readonly string[];
  /** The first series is at the bottom. */
  readonly series: readonly { readonly label: string; readonly values: readonly number[] }[];
  /** Values above the columns if there is room; with a label, also in the table. */
  readonly marks?: { readonly label?: string; readonly values: readonly string[] };
  /** Maximum of the axis; the highest column by default. */
  readonly max?: number;
}

/** Maximum number of columns that are all labeled; with more, only the first and last are. */
const maxNamed = 14;

export function columnsView(chart: Columns) {
  const { title, names, series, summary, marks } = chart;
  const sums = names.map((_, index) =>
    series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0),
  );
  const max = chart.max ?? Math.max(0, ...sums);
  const hasNames = names.length <= maxNamed;
  const shownMarks = hasNames ? marks?.values : undefined;
  const axis = hasNames ? names.map(shortName) : [names[0], names.at(-1)];
  const legend = series.map(
    ({ label }, place) =>
      html`<span class="legend"><span class="swatch part-${place}"></span>${label}</span>`,
  );
  const scale = html`<div class="scale" aria-hidden="true"><span>${max}</span><span>0</span></div>`;
  return html`<figure class="chart">
    <figcaption class="row">
      <span>${title}</span>
      ${series.length === 1 ? nothing : legend}
    </figcaption>
    <div class="frame">
      ${shownMarks === undefined ? scale : nothing}
      <div class="plot" role="img" aria-label=${summary}>
        ${names.map((_, index) => columnView(chart, index, Math.max(1, max), shownMarks?.[index]))}
      </div>
      <div class=${hasNames ? 'axis each' : 'axis'} aria-hidden="true">
        ${axis.map((name) => html`<span>${name}</span>`)}
      </div>
    </div>
    <details>
      <summary>Show as a table</summary>
      ${tableView(chart)}
    </details>
  </figure>`;
}

/** "Thu, Nov 26" on two lines: the weekday, on phones its first letter, then the day alone. */
function shortName(name: string): TemplateResult | string {
  const [, letter, rest, day] = /^(\w)(\w+), \w+ (\d+)$/.exec(name) ?? [];
  return letter === undefined ? name : html`${letter}<span class="rest">${rest}</span><br />${day}`;
}

function columnView(
  { names, series }: Columns,
  index: number,
  max: number,
  mark: string | undefined,
) {
  const numbers = series
    .map(({ label, values }) => `${values[index] ?? 0} ${label.toLowerCase()}`)
    .join(', ');
  return html`<span class="column" title="${names[index]}: ${numbers}">
    ${series.map(({ values }, place) => partView((values[index] ?? 0) / max, place))}
    ${mark === undefined ? nothing : html`<span class="mark">${mark}</span>`}
  </span>`;
}

function partView(share: number, place: number) {
  // A part without height would still show its border.
  if (share === 0) return nothing;
  return html`<span class="part-${place}" .style="height:${(share * 100).toFixed(2)}%"></span>`;
}

function tableView({ title, unit, names, series, marks }: Columns) {
  const columns: readonly { readonly label: string; readonly values: readonly unknown[] }[] =
    marks?.label === undefined ? series : [...series, { label: marks.label, values: marks.values }];
  const labels = columns.map(({ label }) => label);
  return html`<table>
    <caption>${title}</caption>
    ${tableHead(unit, labels)}
    <tbody>
      ${names.map(
        (name, index) => html`<tr>
          <th scope="row">${name}</th>
          ${columns.map(({ values }) => html`<td class="number">${values[index] || 0}</td>`)}
        </tr>`,
      )}
    </tbody>
  </table>`;
}
