import type { PhrasingContent, RootContent } from 'mdast';
import { stringify } from 'yaml';
import { jurisdictions, levels, guide as settings, topics } from '../../guide.ts';
import { sourceStatuses } from '../../schemas/source.ts';
import type { Question } from '../guide/build-guide.ts';
import { type AnyPartId, partById, shortLabel } from '../guide/parts.ts';
import { dateText } from '../words/date-text.ts';
import type { ExportSource } from './export.ts';
import {
  headingOf,
  listOf,
  lowerHeadings,
  paragraphOf,
  textOf,
  writeMarkdown,
} from './part-markdown.ts';
import { testedBy } from './question-section.ts';

export function questionPage(question: Question, source: ExportSource): string {
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

function frontMatter(question: Question, source: ExportSource) {
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

/** URL of a question's page; a path if the site has no public URL. */
export function pageAddress({ slug }: Question, { paths, address }: ExportSource): string {
  const path = paths.question(slug);
  return address(path) ?? path;
}

export function questionBlocks(
  question: Question,
  source: ExportSource,
  level: 1 | 2,
): RootContent[] {
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
    ...section('rubric', prose('rubric')),
    ...section('calibration', samples(question, level + 2)),
    ...section('flags', prose('flags')),
    ...section('probes', [probes(question)]),
    ...section('sources', [citedSources(question, source)]),
  ];
}

function about(question: Question, source: ExportSource): string {
  const { code, factsCheckedOn } = question;
  return `${pageAddress(question, source)} (code ${code}; facts checked on ${factsCheckedOn})`;
}

/** The sample answers first, so that they can be scored before their scores are read. */
function samples({ calibration, rubric }: Question, depth: number): RootContent[] {
  return [
    ...calibration.flatMap(({ answer }, index): RootContent[] => [
      headingOf(depth, `Answer ${'AB'[index]}`),
      { type: 'blockquote', children: [paragraphOf(answer)] },
    ]),
    ...calibration.flatMap(({ title, scores }, index) => [
      headingOf(depth, `Scores of answer ${'AB'[index]}`),
      paragraphOf(title),
      listOf(
        scores.map(({ score, why }, place) => [
          bold(`${rubric[place]?.criterion}: ${score}.`),
          textOf(` ${why}`),
        ]),
        false,
      ),
    ]),
  ];
}

function probes(question: Question): RootContent {
  return listOf(
    question.probes.map(({ ask, reply, tests }) => [
      bold(ask),
      textOf(` ${reply}${testedBy(tests, question)}`),
    ]),
    false,
  );
}

function citedSources(question: Question, { guide }: ExportSource): RootContent {
  return listOf(
    question.sources.flatMap((id): PhrasingContent[][] => {
      const source = guide.sources.get(id);
      if (source === undefined) return [];
      const { by, title, url, published, status, checkedOn } = source;
      return [
        [
          textOf(`${by}: `),
          { type: 'link', url, children: [{ type: 'text', value: title }] },
          textOf(
            `, ${dateText(published)}, ${sourceStatuses[status].label}. Checked ${dateText(checkedOn)}.`,
          ),
        ],
      ];
    }),
    true,
  );
}

function bold(words: string): PhrasingContent {
  return { type: 'strong', children: [{ type: 'text', value: words }] };
}
