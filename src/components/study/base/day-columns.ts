import { html, nothing, type TemplateResult } from 'lit-html';

export interface Series {
  readonly label: string;
  readonly values: readonly number[];
}

/** A chart of columns with its table. All series have a value for each column. */
export interface Columns {
  readonly title: string;
  /** The chart in a sentence, for readers who can't see it. */
  readonly summary: string;
  readonly unit: string;
  readonly names: readonly string[];
  /** The first series is at the bottom. */
  readonly series: readonly Series[];
  /** Values above the columns if there is room; with a label, also in the table. */
  readonly marks?: { readonly label?: string; readonly values: readonly string[] };
  /** Maximum of the axis; the highest column by default. */
  readonly max?: number;
}

/**
 * Maximum number of columns that each have a name; with more, only the first and the last have one.
 */
const maxNamed = 14;

/** Draws columns with their names, and the same numbers as a folded table. */
export function columnsView(chart: Columns): TemplateResult {
  const { title, names, series, summary, marks } = chart;
  const max = chart.max ?? maxOf(chart);
  const hasNames = names.length <= maxNamed;
  const isMarked = hasNames && marks !== undefined;
  return html`<figure class="chart">
    <figcaption class="row">
      <span>${title}</span>
      ${series.length === 1 ? nothing : series.map(({ label }, place) => legendView(label, place))}
    </figcaption>
    <div class="frame">
      ${
        !isMarked
          ? html`<div class="scale" aria-hidden="true"><span>${max}</span><span>0</span></div>`
          : nothing
      }
      <div class="plot" role="img" aria-label=${summary}>
        ${names.map((name, index) => columnView(chart, name, index, { max: Math.max(1, max), isMarked }))}
      </div>
      <div class=${hasNames ? 'axis each' : 'axis'} aria-hidden="true">
        ${(hasNames ? names : [names[0] ?? '', names.at(-1) ?? '']).map(
          (name) => html`<span>${hasNames ? shortName(name) : name}</span>`,
        )}
      </div>
    </div>
    <details>
      <summary>Show as a table</summary>
      ${tableView(chart)}
    </details>
  </figure>`;
}

export function maxOf({ names, series }: Pick<Columns, 'names' | 'series'>): number {
  return Math.max(
    0,
    ...names.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0)),
  );
}

/** "Thu, Nov 26" on two lines: the weekday, then the day alone. */
function shortName(name: string): TemplateResult | string {
  const [, weekday, day] = /^(\w+), \w+ (\d+)$/.exec(name) ?? [];
  return weekday === undefined ? name : html`${weekday}<br />${day}`;
}

function legendView(label: string, place: number): TemplateResult {
  return html`<span class="legend"><span class="swatch part-${place}"></span>${label}</span>`;
}

function columnView(
  { series, marks }: Columns,
  name: string,
  index: number,
  { max, isMarked }: { readonly max: number; readonly isMarked: boolean },
): TemplateResult {
  const numbers = series
    .map(({ label, values }) => `${values[index] ?? 0} ${label.toLowerCase()}`)
    .join(', ');
  return html`<span class="column" title="${name}: ${numbers}">
    ${series.map(({ values }, place) => partView((values[index] ?? 0) / max, place))}
    ${isMarked ? html`<span class="mark">${marks?.values[index]}</span>` : nothing}
  </span>`;
}

function partView(share: number, place: number): TemplateResult | typeof nothing {
  // A part without height would still show its border.
  if (share === 0) return nothing;
  return html`<span class="part-${place}" .style="height:${(share * 100).toFixed(2)}%"></span>`;
}

function tableView({ title, unit, names, series, marks }: Columns): TemplateResult {
  return html`<table>
    <caption>
      ${title}
    </caption>
    <thead>
      <tr>
        <th scope="col">${unit}</th>
        ${series.map(({ label }) => html`<th scope="col" class="number">${label}</th>`)}
        ${
          marks?.label === undefined
            ? nothing
            : html`<th scope="col" class="number">${marks.label}</th>`
        }
      </tr>
    </thead>
    <tbody>
      ${names.map(
        (name, index) => html`<tr>
          <th scope="row">${name}</th>
          ${series.map(({ values }) => html`<td class="number">${values[index] ?? 0}</td>`)}
          ${
            marks?.label === undefined
              ? nothing
              : html`<td class="number">${marks.values[index] || 0}</td>`
          }
        </tr>`,
      )}
    </tbody>
  </table>`;
}
