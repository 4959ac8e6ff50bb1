import { levels, settings } from '../../guide-settings.ts';
import { escapeXml } from '../../lib/text.ts';
import type { GlossaryTerm, Question } from '../guide/build-guide.ts';
import { type AnyPartId, partById, shortLabel } from '../guide/parts.ts';
import { type ExportSource, publicHref } from './export.ts';
import { sourceHtml } from './question-section.ts';

export interface AnkiNote {
  /** The note's permanent id. Anki uses it to update the card when a question has been edited. */
  readonly guid: string;
  readonly type: keyof typeof ankiFields;
  readonly deck: string;
  readonly tags: readonly string[];
  /** The fields, in the note type's order. */
  readonly fields: readonly string[];
}

/**
 * Fields of each note type. Anki looks for duplicates by the first one. The number of fields never
 * changes: if it did, Anki would treat the note type as a new one and stop updating the old notes.
 */
export const ankiFields = {
  question: ['Question', 'Hint', 'Outline', 'Model answer', 'Sources', 'Link'],
  term: ['Term', 'Meaning', 'Link'],
} as const;

export const noteTypeNames = {
  question: `${settings.field} interview question`,
  term: `${settings.field} interview term`,
} as const;

const root = settings.shortTitle;

export const ankiDecks: readonly string[] = [
  ...levels.map(({ label }, index) => `${root}::${index + 1} ${label}`),
  `${root}::Glossary`,
];

export function ankiNotes(source: ExportSource): AnkiNote[] {
  return [
    ...source.guide.questions.map((question) => questionNote(question, source)),
    ...[...source.guide.terms.values()].map((term) => termNote(term, source)),
  ];
}

function questionNote(question: Question, source: ExportSource): AnkiNote {
  const { paths, guide } = source;
  const html = source.htmlOf(question, { href: (href) => publicHref(href, question, source) });
  const part = (id: AnyPartId): string => html[id] ?? '';
  const sources = question.sources.map((id) => {
    const cited = guide.sources.get(id);
    return cited === undefined ? '' : `<li>${sourceHtml(cited)}</li>`;
  });
  const level = levels.findIndex(({ id }) => id === question.level);
  return {
    guid: `${settings.anki.guids}-q-${question.code}`,
    type: 'question',
    deck: ankiDecks[level] ?? root,
    tags: [...question.topics, ...question.jurisdictions, question.level].map(tag),
    fields: [
      escapeXml(question.title),
      `<p><b>${shortLabel}:</b> ${escapeXml(question.short)}</p><h2>${partById('hint').label}</h2>${part('hint')}`,
      part('outline'),
      part('answer'),
      `<ol>${sources.join('')}</ol>`,
      link(source.address(paths.code(question.code)), 'Page with rubric and follow-ups'),
    ],
  };
}

/** Puts a tag under the guide's root, so that it doesn't mix with the reader's own. */
function tag(id: string): string {
  return `${settings.anki.guids}::${id}`;
}

function termNote(
  { id, term, expansion, definition, topics }: GlossaryTerm,
  { paths, address }: ExportSource,
): AnkiNote {
  const meaning = expansion === undefined ? '' : `<p><b>${escapeXml(expansion)}</b></p>`;
  return {
    guid: `${settings.anki.guids}-t-${id}`,
    type: 'term',
    deck: ankiDecks.at(-1) ?? root,
    tags: topics.map(tag),
    fields: [
      escapeXml(term),
      `${meaning}<p>${escapeXml(definition)}</p>`,
      link(address(paths.term(id)), 'In the glossary'),
    ],
  };
}

function link(address: string | undefined, words: string): string {
  return address === undefined ? '' : `<a href="${escapeXml(address)}">${words}</a>`;
}
