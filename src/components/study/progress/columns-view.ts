import { html, nothing, type TemplateResult } from 'lit-html';
import { dayText } from '../base/format.ts';

/** A series of a chart. */
export interface Series {
  /** What is counted, such as "To repeat". */
  readonly label: string;
  readonly values: readonly number[];
}

/** A chart by day with its table. All series have a value for each day. */
export interface DayChart {
  /** What the chart is about, such as "Answers by day". */
  readonly title: string;
  /** The chart in a sentence, for who does not see it. */
  readonly summary: string;
  /** Days, `YYYY-MM-DD`. */
  readonly days: readonly string[];
  /** The first one stands at the bottom. */
  readonly series: readonly Series[];
}

/** Draws columns by day, and the same numbers as a table to unfold. */
export function columnsView(chart: DayChart): TemplateResult {
  const { title, days, series, summary } = chart;
  const most = mostOfDay(chart);
  return html`<figure class="chart">
    <figcaption class="row">
      <span>${title}</span>
      ${series.length === 1 ? nothing : series.map(({ label }) => legendView(label, series))}
    </figcaption>
    <div class="frame">
      <div class="scale" aria-hidden="true"><span>${most}</span><span>0</span></div>
      <div class="plot" role="img" aria-label=${summary}>
        ${days.map((day, index) => columnView(chart, day, index, Math.max(1, most)))}
      </div>
      <div class="axis" aria-hidden="true">
        <span>${dayText(days[0] ?? '')}</span><span>${dayText(days.at(-1) ?? '')}</span>
      </div>
    </div>
    <details>
      <summary>Show as a table</summary>
      ${tableView(chart)}
    </details>
  </figure>`;
}

/** The highest column: the most of any day in all series together. */
export function mostOfDay({ days, series }: Pick<DayChart, 'days' | 'series'>): number {
  return Math.max(0, ...days.map((_, index) => sumOfDay(series, index)));
}

function sumOfDay(series: readonly Series[], index: number): number {
  return series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0);
}

function legendView(label: string, series: readonly Series[]): TemplateResult {
  const place = series.findIndex((other) => other.label === label);
  return html`<span class="legend"><span class="swatch part-${place}"></span>${label}</span>`;
}

function columnView(
  { series }: DayChart,
  day: string,
  index: number,
  most: number,
): TemplateResult {
  const told = series
    .map(({ label, values }) => `${values[index] ?? 0} ${label.toLowerCase()}`)
    .join(', ');
  return html`<span class="column" title="${dayText(day)}: ${told}">
    ${series.map(({ values }, place) => partView((values[index] ?? 0) / most, place))}
  </span>`;
}

function partView(share: number, place: number): TemplateResult | typeof nothing {
  // A part of no height would still show its border.
  if (share === 0) return nothing;
  return html`<span class="part-${place}" .style="height:${(share * 100).toFixed(2)}%"></span>`;
}

function tableView({ title, days, series }: DayChart): TemplateResult {
  return html`<table>
    <caption>
      ${title}
    </caption>
    <thead>
      <tr>
        <th scope="col">Day</th>
        ${series.map(({ label }) => html`<th scope="col" class="number">${label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${days.map(
        (day, index) => html`<tr>
          <th scope="row">${dayText(day)}</th>
          ${series.map(({ values }) => html`<td class="number">${values[index] ?? 0}</td>`)}
        </tr>`,
      )}
    </tbody>
  </table>`;
}
