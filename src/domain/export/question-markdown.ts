import type { RootContent } from 'mdast';
import { stringify } from 'yaml';
import { jurisdictions, levels, guide as settings, topics } from '../../guide.ts';
import { sourceStatuses } from '../../schemas/source.ts';
import type { Question } from '../guide/build-guide.ts';
import { type AnyPartId, partById, shortLabel } from '../guide/parts.ts';
import { dateText } from '../words/date-text.ts';
import type { ExportSource } from './export.ts';
import { blocksOf, headingOf, lowerHeadings, paragraphOf, writeMarkdown } from './part-markdown.ts';
import { probesHtml, samplesHtml, sourceHtml } from './question-section.ts';

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
    ...section('calibration', blocksOf(samplesHtml(question, level + 2))),
    ...section('flags', prose('flags')),
    ...section('probes', blocksOf(probesHtml(question))),
    ...section('sources', citedSources(question, source)),
  ];
}

function about(question: Question, source: ExportSource): string {
  const { code, factsCheckedOn } = question;
  return `${pageAddress(question, source)} (code ${code}; facts checked on ${factsCheckedOn})`;
}

function citedSources(question: Question, { guide }: ExportSource): RootContent[] {
  const items = question.sources.map((id) => {
    const source = guide.sources.get(id);
    if (source === undefined) return '';
    const { status, checkedOn } = source;
    return `<li>${sourceHtml(source)}, ${sourceStatuses[status].label}. Checked ${dateText(checkedOn)}.</li>`;
  });
  return blocksOf(`<ol>${items.join('')}</ol>`);
}
