import {
  type JurisdictionId,
  jurisdictions,
  type LevelId,
  levels,
  type TopicId,
  topics,
} from '../../guide.ts';
import type { LedgerEntry } from '../../schemas/code-ledger.ts';
import type { QuestionData } from '../../schemas/question.ts';

/** A validated question page as read by either door (the collection or the scripts' reader). */
export interface QuestionSource {
  /** File name without its ending. */
  readonly slug: string;
  /** Validated front matter. */
  readonly data: QuestionData;
}

/** A question in its place in the guide. */
export interface Question extends QuestionData {
  /** Place in the whole guide, counted from 1. */
  readonly number: number;
  /** Last part of its address. */
  readonly slug: string;
  /** Code of the question before it in guide order. */
  readonly previous: string | undefined;
  /** Code of the question after it in guide order. */
  readonly next: string | undefined;
}

/** A level or topic together with its questions, in guide order. */
export interface Group<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly description: string;
  readonly questions: readonly Question[];
}

/** The whole guide: what pages, sidebar, search and data files are made from. */
export interface Guide {
  /** All questions in guide order. */
  readonly questions: readonly Question[];
  /** The levels in guide order. */
  readonly levels: readonly Group<LevelId>[];
  /** The topics that have questions, in listed order. */
  readonly topics: readonly Group<TopicId>[];
  /** The jurisdictions that have questions, in listed order. */
  readonly jurisdictions: readonly Group<JurisdictionId>[];
  /** Codes that are no longer used. */
  readonly retired: readonly LedgerEntry[];
  /** The question with that code, if there is one. */
  readonly byCode: ReadonlyMap<string, Question>;
}

/** Puts validated pages in order and joins them into the guide. Pure; throws on nothing. */
export function buildGuide(
  sources: readonly QuestionSource[],
  ledger: readonly LedgerEntry[],
): Guide {
  const questions = numbered(inGuideOrder(sources));
  return {
    questions,
    levels: grouped(levels, questions, (question) => [question.level]),
    topics: grouped(topics, questions, (question) => question.topics).filter(hasQuestions),
    jurisdictions: grouped(jurisdictions, questions, (question) => question.jurisdictions).filter(
      hasQuestions,
    ),
    retired: ledger.filter((entry) => entry.retired !== undefined),
    byCode: new Map(questions.map((question) => [question.code, question])),
  };
}

function inGuideOrder(sources: readonly QuestionSource[]): QuestionSource[] {
  const rank = new Map<string, number>(levels.map((level, index) => [level.id, index]));
  return [...sources].sort(
    (a, b) =>
      (rank.get(a.data.level) ?? 0) - (rank.get(b.data.level) ?? 0) ||
      a.data.order - b.data.order ||
      a.slug.localeCompare(b.slug, 'en'),
  );
}

function numbered(sources: readonly QuestionSource[]): Question[] {
  return sources.map(({ slug, data }, index) => ({
    ...data,
    slug,
    number: index + 1,
    previous: sources[index - 1]?.data.code,
    next: sources[index + 1]?.data.code,
  }));
}

function grouped<Id extends string>(
  terms: readonly { readonly id: Id; readonly label: string; readonly description: string }[],
  questions: readonly Question[],
  idsOf: (question: Question) => readonly Id[],
): Group<Id>[] {
  const byId = new Map<Id, Question[]>(terms.map(({ id }) => [id, []]));
  for (const question of questions) for (const id of idsOf(question)) byId.get(id)?.push(question);
  return terms.map(({ id, label, description }) => ({
    id,
    label,
    description,
    questions: byId.get(id) ?? [],
  }));
}

function hasQuestions(group: Group<string>): boolean {
  return group.questions.length > 0;
}
