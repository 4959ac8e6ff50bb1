import { nothing, svg } from 'lit-html';

/** The size of the drawing. The drawing is stretched to fit, but its lines keep their width. */
export const box = { width: 608, height: 52, middle: 26 } as const;

export interface PulseLine {
  /** The path data of the line, which shows the voice or beats. */
  readonly path: string;
  /**
   * The dim line behind the lit one. It shows the time that is left. By default, it is the same as
   * `path`.
   */
  readonly rest?: string;
  /** How far the line is lit, as a share of its width. */
  readonly at: number;
  /** Where the time is up, as a share of the width. Beyond that, the line is amber. */
  readonly limit?: number;
  /** Pauses, each with its start and end as shares of the width. */
  readonly pauses?: readonly (readonly [start: number, end: number])[];
}

/** Draws a line that is lit up to `at`. Its styles are in practice.css. */
export function pulseLine({ path, rest = path, at, limit, pauses = [] }: PulseLine) {
  const x = (share: number): string => (share * box.width).toFixed(1);
  const upright = (look: string, share: number) =>
    svg`<path class=${look} d="M${x(share)} 0V${box.height}" />`;
  const pause = ([start, end]: readonly [number, number]) =>
    svg`<path class="pause" d="M${x(start)} ${box.height - 3}H${x(end)}" />`;
  return svg`<svg class="beats" viewBox="0 0 ${box.width} ${box.height}" preserveAspectRatio="none"
    aria-hidden="true" .style="--at:${100 * at}%;--limit:${100 * (limit ?? 1)}%">
    <path d=${rest} />
    <path class="lit" d=${path} />
    ${limit === undefined ? nothing : svg`<path class="beyond" d=${path} />`}
    ${limit === undefined ? nothing : upright('limit', limit)}
    ${limit === undefined || at === 0 ? nothing : upright('head', at)} ${pauses.map(pause)}
  </svg>`;
}
