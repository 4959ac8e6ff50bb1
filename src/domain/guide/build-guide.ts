import {
  type JurisdictionId,
  jurisdictions,
  type LevelId,
  levels,
  type TopicId,
  topics,
} from '../../guide.ts';
import type { LedgerEntry } from '../../schemas/code-ledger.ts';
import type { PathData } from '../../schemas/path.ts';
import type { QuestionData } from '../../schemas/question.ts';
import type { SourceData } from '../../schemas/source.ts';
import type { TermData } from '../../schemas/term.ts';
import { type Term, termFinder } from '../glossary/find-terms.ts';
import { typographic } from '../words/typographic.ts';
import { sourcesIn, withoutCitations } from './citations.ts';

/** A validated question page, from the content collection or from the scripts' reader. */
export interface QuestionSource {
  readonly slug: string;
  readonly data: QuestionData;
  readonly body: string;
}

/** A record, with its file name as its id. */
export interface Entry<T> {
  readonly id: string;
  readonly data: T;
}

export interface GuideSources {
  readonly questions: readonly QuestionSource[];
  readonly ledger: readonly LedgerEntry[];
  readonly sources: readonly Entry<SourceData>[];
  readonly terms: readonly Entry<TermData>[];
  readonly paths: readonly Entry<PathData>[];
}

export interface Source extends SourceData {
  readonly id: string;
  /** Codes of the questions that cite it, in guide order. */
  readonly citedBy: readonly string[];
}

export interface GlossaryTerm extends Term {
  /** Codes of the questions that use it, in guide order. */
  readonly usedBy: readonly string[];
}

export interface LearningPath extends PathData {
  readonly id: string;
}

export interface Question extends QuestionData {
  /** Place in the whole guide, counted from 1. */
  readonly number: number;
  readonly slug: string;
  /** Ids of its sources in the order of first citation: their numbers on the page. */
  readonly sources: readonly string[];
  /** Ids of the glossary terms that it uses, in reading order. */
  readonly terms: readonly string[];
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** A level or topic together with its questions, in guide order. */
export interface Group<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly description: string;
  readonly questions: readonly Question[];
}

/** The whole guide: the input for pages, sidebar, search, and data files. */
export interface Guide {
  readonly questions: readonly Question[];
  readonly levels: readonly Group<LevelId>[];
  /** The topics that have questions, in listed order. */
  readonly topics: readonly Group<TopicId>[];
  /** The jurisdictions that have questions, in listed order. */
  readonly jurisdictions: readonly Group<JurisdictionId>[];
  readonly sources: ReadonlyMap<string, Source>;
  /** The glossary by id, in alphabetical order of the terms. */
  readonly terms: ReadonlyMap<string, GlossaryTerm>;
  readonly paths: readonly LearningPath[];
  /** Codes that are no longer used. */
  readonly retired: readonly LedgerEntry[];
  readonly byCode: ReadonlyMap<string, Question>;
  readonly bySlug: ReadonlyMap<string, Question>;
}

/** Sorts validated content and builds the guide. Pure; never throws. */
export function buildGuide(content: GuideSources): Guide {
  const terms = content.terms
    .map(({ id, data }) => ({ id, ...data }))
    .sort((a, b) => a.term.localeCompare(b.term, 'en', { sensitivity: 'base' }));
  const questions = numbered(inGuideOrder(content.questions), terms);
  return {
    questions,
    levels: grouped(levels, questions, (question) => [question.level]),
    topics: grouped(topics, questions, (question) => question.topics).filter(hasQuestions),
    jurisdictions: grouped(jurisdictions, questions, (question) => question.jurisdictions).filter(
      hasQuestions,
    ),
    sources: withUsers(
      content.sources.map(({ id, data }) => ({ id, ...data })),
      questions,
      (question) => question.sources,
      (source, citedBy) => ({ ...source, citedBy }),
    ),
    terms: withUsers(
      terms,
      questions,
      (question) => question.terms,
      (term, usedBy) => ({ ...term, usedBy }),
    ),
    paths: content.paths
      .map(({ id, data }) => ({ id, ...data }))
      .sort((a, b) => a.order - b.order || a.id.localeCompare(b.id, 'en')),
    retired: content.ledger.filter((entry) => entry.retired !== undefined),
    byCode: new Map(questions.map((question) => [question.code, question])),
    bySlug: new Map(questions.map((question) => [question.slug, question])),
  };
}

function withUsers<T extends { readonly id: string }, R>(
  entries: readonly T[],
  questions: readonly Question[],
  usedIn: (question: Question) => readonly string[],
  join: (entry: T, codes: readonly string[]) => R,
): Map<string, R> {
  const users = new Map<string, string[]>(entries.map(({ id }) => [id, []]));
  for (const question of questions) {
    for (const id of usedIn(question)) users.get(id)?.push(question.code);
  }
  return new Map(entries.map((entry) => [entry.id, join(entry, users.get(entry.id) ?? [])]));
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

function numbered(sources: readonly QuestionSource[], terms: readonly Term[]): Question[] {
  const find = termFinder(terms);
  return sources.map(({ slug, data, body }, index) => ({
    ...typeset(data),
    slug,
    number: index + 1,
    sources: sourcesIn(body),
    terms: [...new Set(find(`${data.title}\n${withoutCitations(body)}`).map(({ id }) => id))],
    previous: sources[index - 1]?.data.code,
    next: sources[index + 1]?.data.code,
  }));
}

/** The texts of a question with typographic quotes, like the Markdown of pages. */
function typeset(data: QuestionData): QuestionData {
  const { title, label, summary, short, rubric, calibration, redFlags, probes, changes } = data;
  return {
    ...data,
    title: typographic(title),
    label: typographic(label),
    summary: typographic(summary),
    short: typographic(short),
    rubric: rubric.map((criterion) => ({
      criterion: typographic(criterion.criterion),
      one: typographic(criterion.one),
      three: typographic(criterion.three),
      five: typographic(criterion.five),
    })),
    calibration: calibration.map((sample) => ({
      title: typographic(sample.title),
      answer: typographic(sample.answer),
      scores: sample.scores.map(({ score, why }) => ({ score, why: typographic(why) })),
    })),
    redFlags: redFlags.map(typographic),
    probes: probes.map((probe) => ({
      ...probe,
      ask: typographic(probe.ask),
      reply: typographic(probe.reply),
    })),
    ...(changes && { changes: changes.map(({ on, what }) => ({ on, what: typographic(what) })) }),
  };
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
