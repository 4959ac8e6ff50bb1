import type { PhrasingContent, RootContent } from 'mdast';
import { stringify } from 'yaml';
import { jurisdictions, levels, settings, topics } from '../../guide-settings.ts';
import { sourceStatuses } from '../../schemas/source.ts';
import type { Question } from '../guide/build-guide.ts';
import { type AnyPartId, partById, shortLabel } from '../guide/parts.ts';
import { mainPages } from '../links/main-pages.ts';
import { dateText } from '../words/date-text.ts';
import type { Export, ExportedFile, ExportSource } from './export.ts';
import {
  boldOf,
  headingOf,
  lowerHeadings,
  markdownList,
  paragraphOf,
  tableOf,
  textOf,
  writeMarkdown,
} from './part-markdown.ts';
import { rubricColumns, rubricRows, testedBy } from './question-section.ts';

/**
 * The guide for language models (https://llmstxt.org): a list of links, and one file with all
 * questions as Markdown. (`questionPage` returns the Markdown of a single question for
 * `/questions/<slug>/index.md`.)
 */
export const llmsTxt: Export = {
  downloads: [
    {
      path: 'llms.txt',
      title: 'llms.txt',
      group: 'programs',
      purpose: 'What the guide is and where each question is, for language models.',
      use: 'Give its URL to an assistant that can open pages.',
    },
    {
      path: 'llms-full.txt',
      title: 'llms-full.txt',
      group: 'programs',
      purpose: 'The text of all questions as Markdown, with their sources, in one file.',
      use: 'Give it to an assistant, and ask it to interview you. Check what it says against the page.',
    },
  ],
  *make(source): Generator<ExportedFile> {
    yield { path: 'llms.txt', content: writeMarkdown(overview(source)) };
    yield { path: 'llms-full.txt', content: fullText(source) };
  },
};

export type PageSource = Pick<ExportSource, 'guide' | 'paths' | 'address' | 'markdownOf'>;

function markdownPath(slug: string): string {
  return `questions/${slug}/index.md`;
}

function overview({ guide, paths, address, labs }: ExportSource): RootContent[] {
  type Entry = readonly [title: string, path: string, about: string];
  const links = (entries: readonly Entry[]): RootContent =>
    markdownList(
      entries.map(([title, path, about]) => [
        { type: 'link', url: address(path) ?? path, children: [{ type: 'text', value: title }] },
        textOf(`: ${about}`),
      ]),
      false,
    );
  return [
    ...opening(),
    ...guide.levels.flatMap(({ label, questions }) => [
      headingOf(2, label),
      links(
        questions.map(({ title, slug, summary }) => [
          title,
          paths.file(markdownPath(slug)),
          summary,
        ]),
      ),
    ]),
    headingOf(2, mainPages.learningPaths.name),
    links(
      guide.learningPaths.map(({ id, title, purpose }) => [title, paths.learningPath(id), purpose]),
    ),
    headingOf(2, mainPages.labs.name),
    links(labs.map(({ id, title, guess }) => [title, paths.lab(id), guess.question])),
    headingOf(2, 'Optional'),
    links([
      ['All questions', paths.file('llms-full.txt'), 'the text of every question in one file'],
      ['Questions as data', paths.file('data/questions.json'), 'the same text, as JSON'],
      [mainPages.glossary.name, paths.glossary, 'every term and acronym in the guide'],
      [
        mainPages.sources.name,
        paths.sources,
        'every source with its status and the date of our last check',
      ],
      [mainPages.changes.name, paths.changes, 'changes that make older answers wrong'],
    ]),
  ].filter((block) => block.type !== 'list' || block.children.length > 0);
}

function opening(): RootContent[] {
  return [
    headingOf(1, settings.title),
    {
      type: 'blockquote',
      children: [{ type: 'paragraph', children: [textOf(settings.description)] }],
    },
    paragraphOf(`${settings.disclaimer} Text license: ${settings.license}`),
  ];
}

/** Writes each question separately, because one tree with all questions takes ten times as long. */
function fullText(source: ExportSource): string {
  return [
    writeMarkdown(opening()),
    ...source.guide.questions.map((question) => writeMarkdown(questionBlocks(question, source, 2))),
  ].join('\n');
}

export function questionPage(question: Question, source: PageSource): string {
  const { sources } = source.guide;
  const definitions = question.sources.flatMap((id, index): RootContent[] => {
    const cited = sources.get(id);
    const number = String(index + 1);
    return cited === undefined
      ? []
      : [{ type: 'definition', identifier: number, label: number, url: cited.url }];
  });
  const body = writeMarkdown([...questionBlocks(question, source, 1), ...definitions]);
  return `---\n${stringify(frontMatter(question, source), { lineWidth: 0 })}---\n\n${body}`;
}

function frontMatter(question: Question, source: PageSource) {
  const labelsOf = (
    terms: readonly { readonly id: string; readonly label: string }[],
    ids: readonly string[],
  ): string[] => terms.filter(({ id }) => ids.includes(id)).map(({ label }) => label);
  return {
    title: question.title,
    code: question.code,
    url: pageAddress(question, source),
    level: labelsOf(levels, [question.level]).join(),
    topics: labelsOf(topics, question.topics),
    jurisdictions: labelsOf(jurisdictions, question.jurisdictions),
    minutes: question.minutes,
    summary: question.summary,
    factsCheckedOn: question.factsCheckedOn,
    license: settings.license,
  };
}

/** Returns the URL of a question's page, or its path if the site has no public URL. */
function pageAddress({ slug }: Question, { paths, address }: PageSource): string {
  const path = paths.question(slug);
  return address(path) ?? path;
}

function questionBlocks(question: Question, source: PageSource, level: 1 | 2): RootContent[] {
  const parts = source.markdownOf(question);
  const prose = (id: AnyPartId): readonly RootContent[] =>
    lowerHeadings(parts[id] ?? [], level - 1);
  const section = (id: AnyPartId, content: readonly RootContent[]): RootContent[] => [
    headingOf(level + 1, partById(id).label),
    ...content,
  ];
  const { number, title, short } = question;
  return [
    headingOf(level, level === 1 ? title : `${number}. ${title}`),
    ...(level === 1 ? [] : [paragraphOf(about(question, source))]),
    ...section('listening', prose('listening')),
    ...section('hint', prose('hint')),
    ...section('outline', prose('outline')),
    ...section('answer', [paragraphOf(short, `${shortLabel}:`), ...prose('answer')]),
    ...section('deeper', prose('deeper')),
    ...section('rubric', [tableOf([rubricColumns, ...rubricRows(question)])]),
    ...section('calibration', samples(question, level + 2)),
    ...section('flags', [
      markdownList(
        question.redFlags.map((flag) => [textOf(flag)]),
        false,
      ),
    ]),
    ...section('probes', probes(question)),
    ...section('sources', citedSources(question, source)),
  ];
}

function about(question: Question, source: PageSource): string {
  const { code, factsCheckedOn } = question;
  return `${pageAddress(question, source)} (code ${code}; facts checked on ${factsCheckedOn})`;
}

/** Lists the sample answers before their scores, so readers can score the answers themselves. */
function samples({ calibration, rubric }: Question, level: number): RootContent[] {
  const answers = calibration.flatMap(({ answer }, index): RootContent[] => [
    headingOf(level, `Answer ${'AB'[index]}`),
    { type: 'blockquote', children: [paragraphOf(answer)] },
  ]);
  const scores = calibration.flatMap(({ title, scores: given }, index) => [
    headingOf(level, `Scores for answer ${'AB'[index]}`),
    paragraphOf(`In short: ${title}`),
    markdownList(
      given.map(({ score, why }, row) => [
        textOf(`${rubric[row]?.criterion ?? ''}: `),
        boldOf(`${score}`),
        textOf(`. ${why}`),
      ]),
      false,
    ),
  ]);
  return [...answers, ...scores];
}

function probes(question: Question): RootContent[] {
  return question.probes.flatMap(({ ask, reply, tests }): RootContent[] => [
    { type: 'paragraph', children: [boldOf(ask)] },
    paragraphOf(reply + testedBy(tests, question)),
  ]);
}

function citedSources(question: Question, { guide }: PageSource): RootContent[] {
  const cited = question.sources.flatMap((id) => guide.sources.get(id) ?? []);
  const items = cited.map(({ by, title, url, published, status, checkedOn }): PhrasingContent[] => [
    textOf(`${by}: `),
    { type: 'link', url, children: [textOf(title)] },
    textOf(
      `, ${dateText(published)}, ${sourceStatuses[status].label}. Checked ${dateText(checkedOn)}.`,
    ),
  ]);
  return [markdownList(items, true)];
}
