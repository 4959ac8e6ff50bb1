/**
 * `node bench/touched-points.ts`: how well typed answers are compared with the points of their
 * questions, as Markdown tables. Each question's points are compared with its own model answer
 * and with the other 49, read from the content; no built site is needed. `--points` shows each
 * point of the questions that were labeled by hand.
 */
import { readContent } from '../src/checked-content.ts';
import { checkContent } from '../src/domain/content-checks/check-content.ts';
import { pointsOf } from '../src/domain/export/study-json.ts';
import { withoutCitations } from '../src/domain/guide/citations.ts';
import type { StudyQuestion } from '../src/domain/practice/study-data.ts';
import { pointComparer, type Touch } from '../src/domain/practice/touched-points.ts';
import { searchTerms } from '../src/domain/search/build-search-data.ts';

/**
 * What a person found who read hint and model answer, before the comparison was written: t, p or
 * n (touched, partly, not touched) for each point. Every fourth question of the guide.
 */
const labels: Readonly<Record<string, string>> = {
  '23s': 'tttttpt',
  xv2: 'ttpttt',
  '44m': 'tttttt',
  '2c3': 'ptntttt',
  '8zk': 'tptnttt',
  gk5: 'ptttpn',
  fk7: 'tttppp',
  '46z': 'tttttnt',
  '32d': 'tntttt',
  wb8: 'tttpttt',
  v6r: 'ttptttt',
  rp8: 'ttpttn',
  xw4: 'ttttttn',
};

/** A question with its texts. */
interface Sample {
  readonly question: StudyQuestion;
  readonly related: readonly string[];
  readonly answer: string;
  readonly outline: string;
}

const content = readContent(process.cwd());
const { guide } = checkContent(content);
if (guide === undefined) throw new Error('The content has problems: run npm run validate');
const bodies = new Map(
  content.questions.map(({ file, text }) => [file.replace(/^.*\/|\.mdx$/g, ''), text]),
);

/** The prose of a part as plain text. */
function part(slug: string, component: string): string {
  const body = withoutCitations(bodies.get(slug) ?? '');
  const [, text = ''] = body.match(new RegExp(`<${component}>\n(.*?)\n</${component}>`, 's')) ?? [];
  return text.replace(/\*\*|^#+ /gm, '').trim();
}

/** Spoken text: on behavioral pages only the block quote. */
function spoken(answer: string): string {
  const quoted = answer.split('\n').filter((line) => line.startsWith('>'));
  return quoted.length === 0 ? answer : quoted.map((line) => line.replace(/^> ?/, '')).join('\n');
}

const samples: Sample[] = guide.questions.map((question) => {
  const { code, slug, title, level, topics, minutes, rubric: criteria, probes, related } = question;
  const points = pointsOf(part(slug, 'Hint'));
  return {
    question: { code, slug, title, level, topics, minutes, criteria, probes, points },
    related,
    answer: spoken(part(slug, 'Answer')),
    outline: part(slug, 'Outline'),
  };
});
const started = performance.now();
const compare = pointComparer(
  samples.map(({ question }) => question),
  searchTerms(guide).terms,
);
const built = performance.now() - started;

/** Counts of points by touch. */
type Tally = Record<Touch, number>;

function tally(question: StudyQuestion, answers: readonly string[]): Tally {
  const counts: Tally = { touched: 0, partly: 0, 'not touched': 0 };
  for (const answer of answers) {
    for (const { touch } of compare(question, answer)) counts[touch] += 1;
  }
  return counts;
}

function add(tallies: readonly Tally[]): Tally {
  const total = (touch: Touch) => tallies.reduce((sum, counts) => sum + counts[touch], 0);
  return {
    touched: total('touched'),
    partly: total('partly'),
    'not touched': total('not touched'),
  };
}

function share(counts: Tally, ...touches: readonly Touch[]): string {
  const all = counts.touched + counts.partly + counts['not touched'];
  const some = touches.reduce((sum, touch) => sum + counts[touch], 0);
  return `${((100 * some) / all).toFixed(1)} %`;
}

const rows = samples.map(({ question, related, answer, outline }) => {
  const others = samples.filter((sample) => sample.question !== question);
  const near = others.filter((sample) => related.includes(sample.question.code));
  return {
    code: question.code,
    level: question.level,
    own: tally(question, [answer]),
    others: tally(
      question,
      others.map((sample) => sample.answer),
    ),
    near: tally(
      question,
      near.map((sample) => sample.answer),
    ),
    outline: tally(question, [outline]),
    otherOutlines: tally(
      question,
      others.map((sample) => sample.outline),
    ),
  };
});

const behavioral = rows.filter(({ level }) => level === 'behavioral');
const technical = rows.filter(({ level }) => level !== 'behavioral');
console.log('| compared with | touched | touched or partly |\n| --- | --- | --- |');
for (const [name, counts] of [
  ['own model answer', add(rows.map((row) => row.own))],
  ['model answers of related questions', add(rows.map((row) => row.near))],
  ['model answers of all other questions', add(rows.map((row) => row.others))],
  ['own model answer, behavioral level alone', add(behavioral.map((row) => row.own))],
  ['own model answer, all other levels', add(technical.map((row) => row.own))],
  ['own outline', add(rows.map((row) => row.outline))],
  ['outlines of all other questions', add(rows.map((row) => row.otherOutlines))],
] as const) {
  console.log(`| ${name} | ${share(counts, 'touched')} | ${share(counts, 'touched', 'partly')} |`);
}

console.log(
  '\n| question | points | own answer | touched or partly | related answers | other answers |\n| --- | --- | --- | --- | --- | --- |',
);
for (const { code, own, near, others } of rows) {
  const points = own.touched + own.partly + own['not touched'];
  console.log(
    `| ${code} | ${points} | ${share(own, 'touched')} | ${share(own, 'touched', 'partly')} | ${share(near, 'touched')} | ${share(others, 'touched')} |`,
  );
}

const names: Readonly<Record<string, Touch>> = { t: 'touched', p: 'partly', n: 'not touched' };
console.log('\n| a person says | touched | partly | not touched |\n| --- | --- | --- | --- |');
const judged = samples.flatMap(({ question, answer }) =>
  [...(labels[question.code] ?? '')].map((label, index) => ({
    label: names[label],
    code: question.code,
    ...(compare(question, answer)[index] ?? {
      point: '',
      touch: 'not touched' as const,
      ranges: [],
    }),
    answer,
  })),
);
for (const label of Object.values(names)) {
  const found = Object.values(names).map(
    (touch) => judged.filter((one) => one.label === label && one.touch === touch).length,
  );
  console.log(`| ${label} | ${found.join(' | ')} |`);
}

const before = performance.now();
for (const { question } of samples) compare(question, samples[0]?.answer ?? '');
const each = (performance.now() - before) / samples.length;
console.log(`\nBuilt in ${built.toFixed(0)} ms, then ${each.toFixed(1)} ms for a model answer.`);

if (process.argv.includes('--points')) {
  for (const { code, label, point, touch, ranges, answer } of judged) {
    const words = ranges.map(([start, end]) => answer.slice(start, end)).join(' · ');
    console.log(`${code}\t${label}\t${touch}\t${point.slice(0, 60)}\t${words}`);
  }
}
