import { sourceStatuses } from '../../schemas/source.ts';
import type { Guide, Question } from '../guide/build-guide.ts';
import { minutesText } from '../guide/minutes.ts';
import { type AnyPartId, partById, shortLabel } from '../guide/parts.ts';
import { type ExportSource, here } from './export.ts';
import { addressText } from './library-sections.ts';
import { escapeXml } from './part-html.ts';
import { probesHtml, samplesHtml } from './question-scoring.ts';

/** How an output with many pages in one (a book, a print page) includes a question. */
export interface QuestionForm {
  /** Level of the question's heading; headings of parts are below it. */
  readonly heading: 1 | 3;
  /** Anchor of the question with that code in the output; undefined if it isn't included. */
  readonly question: (code: string) => string | undefined;
  /** Anchor of a term in the output; undefined if it has no glossary. */
  readonly term: (id: string) => string | undefined;
  /** Target for any other page of the site, given its path and fragment; undefined for no link. */
  readonly elsewhere: (path: string) => string | undefined;
}

/** A question with all its parts, open. */
export function questionSection(
  question: Question,
  source: ExportSource,
  form: QuestionForm,
): string {
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
  return `${heading(form.heading, `${number}. ${title}`, ` id="q-${code}"`)}
<p class="small">About ${minutesText(minutes)} minutes out loud. Facts checked on ${factsCheckedOn}.${link}</p>
${part('listening')}${part('hint')}${part('outline')}${part('answer', short + withoutLooseCitations(html.answer ?? ''))}${part('deeper')}${part('rubric')}${part('calibration', samplesHtml(question, form.heading + 2))}${part('flags')}${part('probes', probesHtml(question))}${part('sources', citedSources(question, source.guide))}`;
}

/** A source number must not start a line. */
function withoutLooseCitations(html: string): string {
  return html.replace(/\s+(?=<sup class="cite)/g, '\u00a0');
}

function heading(level: number, text: string, attributes = ''): string {
  return `<h${level}${attributes}>${escapeXml(text)}</h${level}>`;
}

/** Target in the output for a link on the question's page. */
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
  const items = question.sources.flatMap((id, index) => {
    const source = guide.sources.get(id);
    return source === undefined
      ? []
      : [
          `<li id="${sourceId(question, index + 1)}">${escapeXml(source.by)}: <a href="${escapeXml(source.url)}">${escapeXml(source.title)}</a>, ${source.published}, ${sourceStatuses[source.status].label}. Checked on ${source.checkedOn}. ${addressText(source.url)}</li>`,
        ];
  });
  return `<ol>${items.join('')}</ol>`;
}
