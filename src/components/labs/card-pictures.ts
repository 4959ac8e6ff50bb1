/** The still pictures on the cards of labs, in a box of 320 × 100 below y = 50. */

/** Squares in rows, the first ones filled. */
function squares(columns: number, rows: number, filled: number): string {
  const size = 280 / columns;
  const square = (at: number): string => {
    const [x, y] = [20 + (at % columns) * size, 66 + Math.floor(at / columns) * (76 / rows)];
    return `M${x.toFixed(1)} ${y.toFixed(1)}h${(0.72 * size).toFixed(1)}v${(54 / rows).toFixed(1)}h-${(0.72 * size).toFixed(1)}z`;
  };
  const path = (from: number, to: number): string =>
    Array.from({ length: to - from }, (_, index) => square(from + index)).join('');
  return looks({ on: path(0, filled), off: path(filled, columns * rows) });
}

/** Paths by their class in `lab-cards.css`. */
function looks(paths: Readonly<Record<string, string>>): string {
  return Object.entries(paths)
    .map(([look, path]) => `<path class="${look}" d="${path}"/>`)
    .join('');
}

const pictures: Readonly<Record<string, string>> = {
  agreement: looks({ off: 'M20 94h280v20H20z', on: 'M20 94h238v20H20z', mark: 'M238 84v40' }),
  'alert-burden': looks({
    dim: 'M20 124H300M34 124v-26m18 26v-26m27 26v-26m17 26v-26m22 26v-26m33 26v-26m25 26v-26m27 26v-26m16 26v-26m25 26v-26m18 26v-26m25 26v-26',
    line: 'M139 124V74',
  }),
  'cds-criteria': looks({
    line: 'm24 98 10 10 18-22M100 98l10 10 18-22M176 98l10 10 18-22',
    mark: 'm254 84 24 24m0-24-24 24',
  }),
  deidentify: looks({
    dim: 'M20 78h90m60 0h130M20 100h40m88 0h60m44 0h48M20 122h150',
    bar: 'M116 78h48M66 100h76m72 0h32',
  }),
  'documentation-case': looks({
    off: 'M20 130V70h56v60zM94 130V84h56v46z',
    on: 'M168 130v-18h56v18z',
    dim: 'M20 130H300',
  }),
  drift: looks({
    dim: 'M20 132c70 0 74-74 124-74s54 74 124 74',
    line: 'M36 132c70 0 74-74 124-74s54 74 124 74',
  }),
  'fairness-gate': squares(20, 5, 28),
  'fhir-request': squares(5, 1, 2),
  guardrails: looks({
    dim: 'M110 62v84M196 62v84M282 62v84',
    line: 'M20 82h84M20 104h170M20 126h270',
  }),
  'model-cost': looks({ dim: 'M20 78H300', line: 'M20 134 300 58', mark: 'M226 66v24' }),
  'predictive-value': squares(20, 5, 8),
  prioritization: looks({
    dim: 'M40 70 160 88 280 76M40 88l120-18 120 24M40 106l120 18 120-12',
    line: 'M40 132 160 106 280 62',
  }),
  ranking: looks({
    off: 'M20 66h200v12H20zM20 84h160v12H20zM20 102h180v12H20z',
    on: 'M20 120h240v12H20z',
    line: 'M284 132V72m-7 8 7-8 7 8',
  }),
  retrieval: looks({
    off: 'M20 66h50v18H20zM132 66h168v18H132zM76 92h224v18H76zM20 118h106v18H20zM188 118h112v18H188z',
    on: 'M76 66h50v18H76zM20 92h50v18H20zM132 118h50v18h-50z',
  }),
  'samd-category': looks({
    off: 'M20 66h86v22H20zM117 66h86v22h-86zM20 94h86v22H20zM117 94h86v22h-86zM214 94h86v22h-86zM20 122h86v22H20zM117 122h86v22h-86zM214 122h86v22h-86z',
    on: 'M214 66h86v22h-86z',
  }),
  'sample-size': looks({
    dim: 'M20 104H300M32 58v92m-6 0h12m0-92H26M72 71v66m-6 0h12m0-66H66M112 79v50m-6 0h12m0-50h-12M152 85v38m-6 0h12m0-38h-12M192 89v30m-6 0h12m0-30h-12M232 92v24m-6 0h12m0-24h-12',
    line: 'M272 94v20m-6 0h12m0-20h-12',
  }),
  threshold: looks({
    dim: 'M20 130c60 0 62-72 108-72s48 72 108 72M176 56v80',
    line: 'M90 130c60 0 72-44 108-44s48 44 102 44',
  }),
};

/** A line that rises, for a lab without a picture. */
const rising = looks({ dim: 'M20 130H300', line: 'M20 122 120 110 200 78 300 66' });

export function pictureOf(id: string): string {
  return pictures[id] ?? rising;
}
