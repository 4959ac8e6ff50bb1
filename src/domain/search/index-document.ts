import { levels, topics } from '../../guide.ts';
import type { PartTexts } from '../export/read-parts.ts';
import { type Term, termFinder } from '../glossary/find-terms.ts';
import type { Question } from '../guide/build-guide.ts';
import { type AnyPartId, partById } from '../guide/parts.ts';

/**
 * How much a word counts in each part, against 1 for plain text. A hint says what a page is
 * about; depth and rubrics touch on much that belongs to other pages.
 */
const weights: Partial<Record<AnyPartId, number>> = {
  listening: 1,
  hint: 2,
  outline: 1,
  answer: 0.6,
  deeper: 0.5,
  rubric: 0.2,
  flags: 0.2,
  probes: 0.2,
};

/**
 * The document that Pagefind indexes for a question. It is made for the index alone, so that
 * pages do not carry the aliases and marks that only search needs.
 */
export function indexDocument(question: Question, texts: PartTexts, termWords: string): string {
  // Sources and related questions name other pages' subjects: found there, not here.
  const own = Object.entries(texts).filter(([id]) => id !== 'sources' && id !== 'related');
  const sections = own.map(
    ([id, text]) =>
      `<div data-pagefind-weight="${weights[id as AnyPartId] ?? 1}"><h2 id="${id}">${escapeHtml(
        partById(id as AnyPartId).label,
      )}</h2>${paragraphs(text)}</div>`,
  );
  return `<!doctype html><html lang="en"><body data-pagefind-body>
${metadata(question, termWords).map(metaTag).join('\n')}
${filterValues(question).map(filterTag).join('\n')}
<h1 data-pagefind-weight="8">${escapeHtml(question.title)}</h1>
<p>${escapeHtml(question.summary)}</p>
${sections.join('\n')}
</body></html>`;
}

function metadata(question: Question, termWords: string): [string, string][] {
  return [
    ['title', question.title],
    ['label', question.label],
    ['aliases', question.aliases.join(', ')],
    ['terms', termWords],
    ['summary', question.summary],
    ['levelLabel', labelOf(levels, question.level)],
    ['topics', question.topics.map((topic) => labelOf(topics, topic)).join(', ')],
  ];
}

/**
 * Makes a function that gives the other names of the glossary terms that a question is about, so
 * that it is found by them too. Misspellings are corrected before the full text is searched.
 */
export function termWordsFrom(terms: readonly Term[]): (question: Question) => string {
  const find = termFinder(terms);
  const wordsOf = new Map(
    terms.map(({ id, expansion, aliases }) => [
      id,
      [...(expansion === undefined ? [] : [expansion]), ...aliases],
    ]),
  );
  return ({ title, label, summary, aliases }) => {
    const about = find([title, label, summary, ...aliases].join('. ')).map(({ id }) => id);
    return [...new Set(about)].flatMap((id) => wordsOf.get(id) ?? []).join(', ');
  };
}

function filterValues(question: Question): [string, string][] {
  return [
    ['level', question.level],
    ...question.topics.map((topic): [string, string] => ['topic', topic]),
    ...question.jurisdictions.map((where): [string, string] => ['jurisdiction', where]),
  ];
}

function metaTag([name, value]: [string, string]): string {
  return `<i data-pagefind-meta="${name}[data-value]" data-value="${escapeHtml(value)}"></i>`;
}

function filterTag([name, value]: [string, string]): string {
  return `<i data-pagefind-filter="${name}[data-value]" data-value="${escapeHtml(value)}"></i>`;
}

function labelOf(
  terms: readonly { readonly id: string; readonly label: string }[],
  id: string,
): string {
  return terms.find((term) => term.id === id)?.label ?? id;
}

function paragraphs(text: string): string {
  return text
    .split('\n')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('');
}

/** Text made safe for HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
