/**
 * What to practice, in the fragment of `/practice/#…`, format 1. If the fragment is empty, the page
 * asks what to practice.
 *
 * - `1.today`, `1.due`, `1.new`, `1.weak`, `1.bookmarked`: a selection of questions.
 * - `1.level.<id>`, `1.topic.<id>`, `1.path.<id>`: a group of questions by its id.
 * - `1.terms.today`, `1.terms.due`, `1.terms.new`, `1.terms.weak`, `1.terms.topic.<id>`: a
 * selection of terms.
 * - `1.set.<codes>` or `1.set.<codes>.<name>`: a set, as in its own link (`set-link.ts`).
 * - `1.question.<code>`: one question.
 */

import { levels, topics } from '../../guide-settings.ts';
import type { CodeBook } from '../study-set/code-book.ts';
import { openLink } from '../study-set/open-link.ts';
import { readSetLink, type SetLink, type StudySet, writeSetLink } from '../study-set/set-link.ts';
import { dateText } from '../words/date-text.ts';

const termKinds = ['today', 'due', 'new', 'weak'] as const;

type PlainChoice = { readonly kind: (typeof termKinds)[number] };

export type TermChoice = PlainChoice | { readonly kind: 'topic'; readonly id: string };

export type PracticeChoice =
  | PlainChoice
  | { readonly kind: 'bookmarked' }
  | { readonly kind: 'level' | 'topic'; readonly id: string }
  | { readonly kind: 'path'; readonly id: string }
  | { readonly kind: 'terms'; readonly of: TermChoice }
  | { readonly kind: 'set'; readonly set: StudySet }
  | { readonly kind: 'question'; readonly code: string };

/** A parsed link. If it doesn't include a choice, the reader has to make one. */
export interface PracticeLink {
  readonly choice?: PracticeChoice;
  readonly problems: readonly string[];
}

export interface PracticeBook extends CodeBook {
  readonly learningPaths: readonly string[];
}

export function writePracticeLink(choice: PracticeChoice): string {
  switch (choice.kind) {
    case 'level':
    case 'topic':
    case 'path':
      return `1.${choice.kind}.${choice.id}`;
    case 'terms':
      return choice.of.kind === 'topic'
        ? `1.terms.topic.${choice.of.id}`
        : `1.terms.${choice.of.kind}`;
    case 'set':
      // The set's day and people aren't part of the link.
      return `1.set.${writeSetLink({ name: choice.set.name, codes: choice.set.codes }).slice(2)}`;
    case 'question':
      return `1.question.${choice.code}`;
    default:
      return `1.${choice.kind}`;
  }
}

export function readPracticeLink(fragment: string, book: PracticeBook): PracticeLink {
  const link = openLink(fragment, 'practice');
  if ('problem' in link) return { problems: [link.problem] };
  const [kind = '', ...rest] = link.value.fields;
  const plain = termKinds.find((name) => name === kind);
  if (plain !== undefined) return { choice: { kind: plain }, problems: [] };
  if (kind === 'bookmarked') return { choice: { kind }, problems: [] };
  if (kind === 'terms') return termChoice(rest);
  if (kind === 'set') return setChoice(readSetLink(`1.${rest.join('.')}`, book));
  if (kind === 'question') return setChoice(readSetLink(`1.${rest[0] ?? ''}`, book), true);
  if (kind === 'level' || kind === 'topic' || kind === 'path') {
    const id = rest[0] ?? '';
    if (idsOf(kind, book).includes(id)) return { choice: { kind, id }, problems: [] };
    const name = kind === 'path' ? 'learning path' : kind;
    return { problems: [`This guide has no ${name} with that name. Choose below.`] };
  }
  if (link.value.fields.length === 0) return { problems: [] };
  return { problems: ['This link doesn’t say what to practice. Choose below.'] };
}

function termChoice([kind = '', id = '']: readonly string[]): PracticeLink {
  const plain = termKinds.find((name) => name === kind);
  if (plain !== undefined) return { choice: { kind: 'terms', of: { kind: plain } }, problems: [] };
  if (kind === 'topic' && topics.some((topic) => topic.id === id)) {
    return { choice: { kind: 'terms', of: { kind, id } }, problems: [] };
  }
  return { problems: ['This link doesn’t say which terms to practice. Choose below.'] };
}

function idsOf(
  kind: 'level' | 'topic' | 'path',
  { learningPaths }: PracticeBook,
): readonly string[] {
  if (kind === 'path') return learningPaths;
  return (kind === 'level' ? levels : topics).map(({ id }) => id);
}

function setChoice(link: SetLink, isOne = false): PracticeLink {
  const problems = [...link.problems, ...missingSentences(link)];
  const { name, codes } = link;
  const [code] = codes;
  if (code === undefined) {
    return { problems: [...problems, 'This guide has none of the questions in the link.'] };
  }
  if (isOne) return { choice: { kind: 'question', code }, problems };
  return { choice: { kind: 'set', set: { name, codes } }, problems };
}

/** Says which questions in a link the guide doesn't have, and why the retired ones were removed. */
export function missingSentences({
  retired,
  unknown,
}: Pick<SetLink, 'retired' | 'unknown'>): string[] {
  return [
    ...retired.map(
      ({ code, because, on }) => `Question ${code} was removed on ${dateText(on)}: ${because}`,
    ),
    ...unknown.map((code) => `This guide has no question with the code ${code}.`),
  ];
}
