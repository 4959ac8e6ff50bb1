/**
 * Lighthouse with its mobile settings on the question page of median weight, next to the floor
 * page and the stock Starlight page of the same article; medians of interleaved runs.
 */
import { type BenchOptions, baseQuestions } from './bench-options.ts';
import {
  buildGuideSite,
  buildStockSite,
  middleQuestion,
  type Site,
  writeFloorSite,
} from './compared-sites.ts';
import { type FigureName, type Figures, runInTurns } from './run-lighthouse.ts';
import { serveCompressed } from './serve-compressed.ts';
import { median, ratio, table } from './table.ts';

/** Measures with Lighthouse, as a Markdown table. */
export async function lighthousePages(options: BenchOptions): Promise<string> {
  const questions = baseQuestions(options);
  const { timeout, runs } = options;
  const guide = await buildGuideSite(questions, { name: 'guide', timeout });
  const stock = await buildStockSite(guide, questions, { name: 'stock', timeout });
  const sites: readonly Site[] = [writeFloorSite(guide, questions), guide, stock];
  const question = middleQuestion(guide, questions);
  const served = await Promise.all(sites.map(({ dist }) => serveCompressed(dist)));
  const urls = served.map(
    ({ address }, index) => address + (sites[index]?.question(question) ?? ''),
  );
  const [floor = [], own = [], other = []] = await runInTurns(urls, runs);
  await Promise.all(served.map(({ close }) => close()));
  return `${figureTable(floor, own, other)}\n\nPage: ${question.slug}, ${runs} runs each.`;
}

/** A row of the table: the target, from the value of the floor page. */
interface Line {
  readonly name: string;
  readonly figure: FigureName;
  readonly target?: (floor: number) => number;
  readonly digits?: number;
}

const lines: readonly Line[] = [
  { name: 'LCP, ms', figure: 'lcp', target: (floor) => 1.2 * floor },
  { name: 'main thread, ms', figure: 'mainThread', target: () => 200 },
  { name: 'FCP, ms', figure: 'fcp' },
  { name: 'TBT, ms', figure: 'tbt' },
  { name: 'CLS', figure: 'cls', digits: 3 },
  { name: 'performance', figure: 'performance', target: () => 100 },
  { name: 'accessibility', figure: 'accessibility' },
  { name: 'best practices', figure: 'bestPractices' },
  { name: 'SEO', figure: 'seo' },
];

function figureTable(
  floorRuns: readonly Figures[],
  ownRuns: readonly Figures[],
  stockRuns: readonly Figures[],
): string {
  const rows = lines.map(({ name, figure, target, digits = 0 }) => {
    const [floor = 0, own = 0, stock = 0] = [floorRuns, ownRuns, stockRuns].map((runs) =>
      median(runs.map((figures) => figures[figure])),
    );
    const goal = target?.(floor);
    const shown = (value: number): string => value.toFixed(digits);
    return [
      name,
      ratio(own, floor),
      goal === undefined ? '' : ratio(own, goal),
      ...[floor, own, stock].map(shown),
      goal === undefined ? '' : shown(goal),
    ];
  });
  const head = 'Lighthouse, mobile|ours ÷ floor|ours ÷ target|floor|ours|stock Starlight|target';
  return table(head.split('|'), rows);
}
