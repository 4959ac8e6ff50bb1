import type { BuiltSite } from './compared-sites.ts';
import type { SearchCost } from './search-cost.ts';
import { kilobytes, ratio, table } from './table.ts';

/** A site at one size. Values that a failed build didn't produce are missing. */
export interface Grown {
  readonly count: number;
  readonly site: BuiltSite;
  /** Bytes and files of the built site. */
  readonly dist: { readonly bytes: number; readonly files: number } | undefined;
  /** Mean of the HTML of the real questions' pages, in bytes with brotli. */
  readonly html: number | undefined;
  /** The page with the most HTML, in bytes with brotli. */
  readonly heaviest: number | undefined;
  /** Lighthouse's performance score of a question page. */
  readonly performance: number | undefined;
  /** Seconds of `npm run validate`, wall clock and CPU; for the guide alone. */
  readonly validate?: { readonly elapsed: number; readonly cpu: number };
  /** For the guide alone. */
  readonly search?: SearchCost;
}

/** A row of the table: a metric, its format, and its target. */
interface Line {
  readonly name: string;
  readonly of: (grown: Grown) => number | undefined;
  readonly show: (value: number) => string;
  /** Target at the largest size, from the value at the smallest. */
  readonly target?: (smallest: number) => number;
}

const whole = (value: number): string => String(Math.round(value));
const tenths = (value: number): string => value.toFixed(1);
const gibibytes = (bytes: number): string => (bytes / 2 ** 30).toFixed(2);
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

const lines: readonly Line[] = [
  {
    name: 'HTML a question page, kB',
    of: ({ html }) => html,
    show: kilobytes,
    target: (smallest) => 1.05 * smallest,
  },
  { name: 'page with most HTML, kB', of: ({ heaviest }) => heaviest, show: kilobytes },
  { name: 'build, CPU s', of: ({ site }) => site.run.cpu, show: tenths, target: () => 50 },
  { name: 'build, s', of: ({ site }) => site.run.elapsed, show: tenths },
  {
    name: 'peak memory, GiB',
    of: ({ site }) => site.run.peak,
    show: gibibytes,
    target: () => 2.5 * 2 ** 30,
  },
  { name: 'dist, MB', of: ({ dist }) => dist?.bytes, show: megabytes, target: () => 150e6 },
  { name: 'files in dist', of: ({ dist }) => dist?.files, show: whole },
  {
    name: 'validate, s',
    of: ({ validate }) => validate?.elapsed,
    show: tenths,
    target: () => 10,
  },
  { name: 'validate, CPU s', of: ({ validate }) => validate?.cpu, show: tenths },
  {
    name: 'search page before typing, kB',
    of: ({ search }) => search?.page.total,
    show: kilobytes,
  },
  { name: 'its requests', of: ({ search }) => search?.page.requests, show: whole },
  {
    name: 'first search, kB',
    of: ({ search }) => search?.bytes,
    show: kilobytes,
    target: () => 60_000,
  },
  { name: 'first search, requests', of: ({ search }) => search?.requests, show: whole },
  { name: 'first search on a slow link, ms', of: ({ search }) => search?.opening, show: whole },
  { name: 'last key to results, ms', of: ({ search }) => search?.lastKey, show: whole },
  {
    name: 'Lighthouse performance',
    of: ({ performance }) => performance,
    show: whole,
    target: () => 100,
  },
];

/** The guide at each size beside stock Starlight, as a Markdown table; ratios at the largest. */
export function growthTable(guides: readonly Grown[], stocks: readonly Grown[]): string {
  const head = [
    'growth',
    `largest ÷ smallest`,
    'largest ÷ target',
    ...guides.map(({ count }) => `${count} questions`),
    'target',
    ...stocks.map(({ count }) => `stock, ${count}`),
  ];
  const rows = lines.map((line) => {
    const { name, show, target } = line;
    const values = guides.map((grown) => line.of(grown));
    const smallest = values[0];
    const largest = values.at(-1);
    const goal = smallest === undefined ? undefined : target?.(smallest);
    return [
      name,
      shownRatio(largest, smallest),
      shownRatio(largest, goal),
      ...guides.map((grown) => cell(line, grown)),
      goal === undefined ? '' : show(goal),
      ...stocks.map((grown) => cell(line, grown)),
    ];
  });
  return table(head, rows);
}

/** A value, or how the build failed. */
function cell({ name, of, show }: Line, grown: Grown): string {
  const value = of(grown);
  const { failure } = grown.site.run;
  if (value === undefined) return failure ?? '';
  return failure !== undefined && name.startsWith('build')
    ? `${show(value)}, ${failure}`
    : show(value);
}

function shownRatio(value: number | undefined, of: number | undefined): string {
  return value === undefined || of === undefined ? '' : ratio(value, of);
}
