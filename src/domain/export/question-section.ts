import { escapeXml } from '../../lib/text.ts';
import { sourceStatuses } from '../../schemas/source.ts';
import type { Guide, Question, Source } from '../guide/build-guide.ts';
import { minutesText } from '../guide/minutes.ts';
import { type AnyPartId, partById, shortLabel } from '../guide/parts.ts';
import { dateText } from '../words/date-text.ts';
import { type ExportSource, here } from './export.ts';
import { tableHtml } from './part-html.ts';

/** How a question is included in an output that combines many pages, such as the book. */
interface QuestionForm {
  /** Level of the question's heading. The headings of its parts are one level lower. */
  readonly heading: 1 | 3;
  /** Returns undefined if the output doesn't include the question. */
  readonly question: (code: string) => string | undefined;
  /** Returns undefined if the output has no glossary. */
  readonly term: (id: string) => string | undefined;
  /**
   * Returns the link to any other page on the site, or undefined to leave the link out. The path
   * includes the fragment.
   */
  readonly elsewhere: (path: string) => string | undefined;
}

export function questionSection(question: Question, source: ExportSource, form: QuestionForm) {
  const { code, number, title, minutes, factsCheckedOn } = question;
  const html = source.htmlOf(question, {
    href: (href) => addressOf(href, question, source, form),
    lowerHeadings: form.heading - 1,
  });
  const part = (id: AnyPartId, content = withoutLooseCitations(html[id] ?? '')): string =>
    `<section class="${id}">${heading(form.heading + 1, partById(id).label)}${content}</section>\n`;
  const short = `<p class="short"><strong>${shortLabel}:</strong> ${escapeXml(question.short)}</p>`;
  const address = source.address(source.paths.code(code));
  const link = address === undefined ? '' : ` <a href="${address}">${address}</a>`;
  const checkedOn = dateText(factsCheckedOn);
  const parts = [
    part('listening'),
    part('hint'),
    part('outline'),
    part('answer', short + withoutLooseCitations(html.answer ?? '')),
    part('deeper'),
    part('rubric', rubricHtml(question)),
    part('calibration', samplesHtml(question, form.heading + 2)),
    part('flags', flagsHtml(question)),
    part('probes', probesHtml(question)),
    part('sources', citedSources(question, source.guide)),
  ];
  return `${heading(form.heading, `${number}. ${title}`, ` id="q-${code}"`)}
<p class="small">About ${minutesText(minutes)} out loud. Facts checked on ${checkedOn}.${link}</p>
${parts.join('')}`;
}

/**
 * Replaces the space before each source number with a no-break space, so the number can't start a
 * line.
 */
function withoutLooseCitations(html: string): string {
  return html.replace(/\s+(?=<sup class="cite)/g, '\u00a0');
}

function heading(level: number, text: string, attributes = ''): string {
  return `<h${level}${attributes}>${escapeXml(text)}</h${level}>`;
}

function addressOf(
  href: string,
  question: Question,
  { guide, paths }: ExportSource,
  form: QuestionForm,
): string | undefined {
  const number = /^#source-(\d+)$/.exec(href)?.[1];
  if (number !== undefined) return `#${sourceId(question, Number(number))}`;
  if (href.startsWith('#')) return undefined;
  const url = new URL(href, here + paths.question(question.slug));
  if (url.origin !== here) return href;
  const linked = url.pathname.startsWith(paths.questions)
    ? guide.bySlug.get(url.pathname.slice(paths.questions.length, -1))
    : undefined;
  const term = url.pathname === paths.glossary ? guide.terms.get(url.hash.slice(1)) : undefined;
  return (
    (linked && form.question(linked.code)) ??
    (term && form.term(term.id)) ??
    form.elsewhere(url.pathname + url.hash)
  );
}

function sourceId({ code }: Question, number: number): string {
  return `q-${code}-source-${number}`;
}

function citedSources(question: Question, guide: Guide): string {
  const items = question.sources.map((cited, index) => {
    const source = guide.sources.get(cited);
    if (source === undefined) return '';
    const { url, status, checkedOn } = source;
    const state = `${sourceStatuses[status].label}. Checked on ${dateText(checkedOn)}.`;
    const id = sourceId(question, index + 1);
    return `<li id="${id}">${sourceHtml(source)}, ${state} ${addressText(url)}</li>`;
  });
  return `<ol>${items.join('')}</ol>`;
}

export function sourceHtml({ by, title, url, published }: Source): string {
  return `${escapeXml(by)}: <a href="${escapeXml(url)}">${escapeXml(title)}</a>, ${dateText(published)}`;
}

/** Spells out a URL for readers on paper or e-ink, who can't click. */
function addressText(url: string): string {
  return `<span class="address">${escapeXml(url)}</span>`;
}

export function termAnchor(id: string): string {
  return `term-${id}`;
}

export function glossaryList({ terms }: Guide): string {
  const entries = [...terms.values()].map(({ id, term, expansion, definition }) => {
    const full =
      expansion === undefined ? '' : ` <span class="small">${escapeXml(expansion)}</span>`;
    const name = `<dt id="${termAnchor(id)}">${escapeXml(term)}${full}</dt>`;
    return `${name}<dd>${escapeXml(definition)}</dd>`;
  });
  return `<dl>${entries.join('\n')}</dl>`;
}

export function sourceList({ sources }: Guide): string {
  const entries = [...sources.values()].map(
    (source) =>
      `<li>${sourceHtml(source)}. ${escapeXml(source.says)} ${addressText(source.url)}</li>`,
  );
  return `<ul>${entries.join('\n')}</ul>`;
}

/**
 * Returns what a follow-up question tests, for the end of its reply, such as
 * ` Tests: Names the harm.`
 */
export function testedBy(tests: string, { rubric }: Question): string {
  const [kind, number] = tests.split(' ');
  const criterion = rubric[Number(number) - 1]?.criterion;
  return kind === 'criterion' && criterion !== undefined
    ? ` Tests: ${criterion}.`
    : ` Tests step ${number} of the hint.`;
}

export const rubricColumns = ['Criterion', '1', '3', '5'] as const;

export function rubricRows({ rubric }: Question): string[][] {
  return rubric.map(({ criterion, one, three, five }) => [criterion, one, three, five]);
}

function rubricHtml(question: Question): string {
  return tableHtml([rubricColumns, ...rubricRows(question)], { name: 'rubric' });
}

function flagsHtml({ redFlags }: Question): string {
  return `<ul>${redFlags.map((flag) => `<li>${escapeXml(flag)}</li>`).join('')}</ul>`;
}

/** Shows the sample answers before their scores, so readers can score the answers themselves. */
export function samplesHtml({ calibration, rubric }: Question, level: number): string {
  const answers = calibration.map(
    ({ answer }, index) =>
      `${heading(level, `Answer ${'AB'[index]}`)}<blockquote><p>${escapeXml(answer)}</p></blockquote>`,
  );
  const scores = calibration.map(
    ({ title, scores: given }, index) =>
      `${heading(level, `Scores for answer ${'AB'[index]}`)}<p>In short: ${escapeXml(title)}</p><ul>${given
        .map(
          ({ score, why }, row) =>
            `<li>${escapeXml(rubric[row]?.criterion ?? '')}: <strong>${score}</strong>. ${escapeXml(why)}</li>`,
        )
        .join('')}</ul>`,
  );
  return [...answers, ...scores].join('\n');
}

export function probesHtml(question: Question): string {
  const items = question.probes.map(
    ({ ask, reply, tests }) =>
      `<dt>${escapeXml(ask)}</dt><dd>${escapeXml(reply + testedBy(tests, question))}</dd>`,
  );
  return `<dl>${items.join('')}</dl>`;
}
