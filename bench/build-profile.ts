/**
 * Where a build's time goes: V8's CPU profiles of the main threads of the build and of the
 * processes of its steps, by step and by package. They do not see the threads of the bundler and of
 * the garbage collector, nor Pagefind's process.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BenchOptions, baseQuestions } from './bench-options.ts';
import { growQuestions } from './corpus/grow-questions.ts';
import { writeGuide } from './corpus/write-guide.ts';
import { measuredRun } from './measured-run.ts';
import { table } from './table.ts';

/** Steps by what is in the stack, as `address#function`; the innermost match decides. */
const steps: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['content checks', /src\/domain\/content-checks\//],
  ['checking the HTML', /node_modules\/html-validate\//],
  ['crawl of the built site', /integrations\/check-links/],
  ['Pagefind, main process', /node_modules\/pagefind\//],
  ['parts of questions', /domain\/export\/(part-markdown|part-html|read-parts)/],
  ['marking terms', /#annotateHtml$/],
  ['rendering pages', /\/\.prerender\//],
  ['compiling MDX', /node_modules\/(satteri|@astrojs\/(mdx|markdown))/],
  ['loading modules', /^node:internal\/modules/],
  ['reading content', /astro\/dist\/content\/|node_modules\/(yaml|devalue)\//],
  ['bundling', /node_modules\/(rolldown|vite|esbuild)\//],
];

/** The parts of V8's format that are read: https://chromedevtools.github.io/devtools-protocol/tot/Profiler/ */
interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  /** Microseconds before each sample. */
  readonly timeDeltas: readonly number[];
}

/** Profiles a build of the largest size up to 500, as Markdown tables. */
export async function buildProfile(options: BenchOptions): Promise<string> {
  const count = Math.max(...options.sizes.filter((size) => size <= 500));
  const questions = growQuestions(baseQuestions(options), count);
  const copy = writeGuide(resolve('dist-bench', 'profile'), questions);
  const folder = mkdtempSync(join(tmpdir(), 'guide-profile-'));
  const { cpu, failure } = await measuredRun(
    [
      process.execPath,
      '--cpu-prof',
      `--cpu-prof-dir=${folder}`,
      resolve('node_modules/astro/bin/astro.mjs'),
      'build',
    ],
    { cwd: copy.root, timeout: options.timeout },
  );
  copy.remove();
  if (failure !== undefined) return `The build with ${count} questions ${failure}.`;
  const profiles = readdirSync(folder).map(
    (file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile,
  );
  rmSync(folder, { recursive: true });
  const byStep = shares(`build of ${count} questions`, timesBy(profiles, stepOf));
  const packages = timesBy(profiles, ([leaf = '']) => packageOf(leaf));
  const byPackage = shares('by package', packages);
  const all = `All threads and processes of this build took ${cpu.toFixed(1)} CPU s.`;
  return `${byStep}\n\n${byPackage}\n\n${all}`;
}

/** Seconds by step, as `nameOf` names the stack, innermost first; idle time is left out. */
function timesBy(
  profiles: readonly CpuProfile[],
  nameOf: (stack: readonly string[]) => string,
): Map<string, number> {
  const times = new Map<string, number>();
  for (const { nodes, samples, timeDeltas } of profiles) {
    const names = namesOf(nodes, nameOf);
    for (const [index, id] of samples.entries()) {
      const name = names.get(id) ?? '';
      if (name === '(idle)') continue;
      times.set(name, (times.get(name) ?? 0) + (timeDeltas[index] ?? 0) / 1e6);
    }
  }
  return times;
}

/** The step of each node, by the node's id. */
function namesOf(
  nodes: CpuProfile['nodes'],
  nameOf: (stack: readonly string[]) => string,
): Map<number, string> {
  const frames = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((c) => [c, id])));
  const nameAt = (id: number): string => {
    const stack: string[] = [];
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const { functionName = '', url = '' } = frames.get(at)?.callFrame ?? {};
      stack.push(`${url}#${functionName}`);
    }
    return nameOf(stack);
  };
  return new Map(nodes.map(({ id }) => [id, nameAt(id)]));
}

function stepOf(stack: readonly string[]): string {
  const [leaf = ''] = stack;
  if (/^#\((idle|garbage collector)\)$/.test(leaf)) return leaf.slice(1);
  for (const frame of stack) {
    const [name] = steps.find(([, pattern]) => pattern.test(frame)) ?? [];
    if (name !== undefined) return name;
    const [, output] = /src\/domain\/export\/([\w-]+)\.ts/.exec(frame) ?? [];
    if (output !== undefined) return `output: ${output}`;
  }
  return 'the rest';
}

function packageOf(frame: string): string {
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(frame) ?? [];
  if (name !== undefined) return name;
  if (frame.includes('/.prerender/')) return 'bundled pages';
  if (frame.startsWith('file:'))
    return frame.replace(/.*?\/(src|scripts)\//, '$1/').replace(/#.*/, '');
  return frame.startsWith('#(') ? frame.slice(1) : 'node';
}

/** Shares of the main threads' time, down to 1%. */
function shares(name: string, times: ReadonlyMap<string, number>): string {
  const whole = [...times.values()].reduce((sum, time) => sum + time, 0);
  const rows = [...times]
    .sort(([, a], [, b]) => b - a)
    .filter(([, time]) => time / whole >= 0.01)
    .map(([key, time]) => [key, `${((100 * time) / whole).toFixed(1)} %`]);
  return table([name, 'share of the main threads'], rows);
}
