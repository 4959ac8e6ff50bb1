import {
  type JurisdictionId,
  jurisdictions,
  type LevelId,
  levels,
  type TopicId,
  topics,
} from '../../guide-settings.ts';
import type { LedgerEntry } from '../../schemas/code-ledger.ts';
import type { FactsOf, LabData } from '../../schemas/lab.ts';
import type { PathData } from '../../schemas/path.ts';
import type { QuestionData } from '../../schemas/question.ts';
import type { SourceData } from '../../schemas/source.ts';
import type { TermData } from '../../schemas/term.ts';
import { type Term, termFinder } from '../glossary/find-terms.ts';
import { typographic } from '../words/typographic.ts';
import { sourcesIn, withoutCitations } from './citations.ts';

export interface QuestionSource {
  readonly slug: string;
  readonly data: QuestionData;
  readonly body: string;
}

/** `id` is the file name without its extension. */
export interface Entry<T> {
  readonly id: string;
  readonly data: T;
}

export interface GuideSources {
  readonly questions: readonly QuestionSource[];
  readonly ledger: readonly LedgerEntry[];
  readonly sources: readonly Entry<SourceData>[];
  readonly terms: readonly Entry<TermData>[];
  readonly learningPaths: readonly Entry<PathData>[];
  readonly labs: readonly Entry<LabData>[];
}

export interface Source extends SourceData {
  readonly id: string;
  /** Codes of the questions that cite the source, in guide order. */
  readonly citedBy: readonly string[];
}

export interface GlossaryTerm extends Term {
  /** Codes of the questions that use the term, in guide order. */
  readonly usedBy: readonly string[];
}

export interface LearningPath extends PathData {
  readonly id: string;
}

/** The text and controls of a lab. The charts are code. */
export interface LabRecord extends LabData {
  /** The name of the lab's file. It never changes, because links contain it. */
  readonly id: string;
}

export type LabFacts<Id extends string> = FactsOf<Id>;

export interface Question extends QuestionData {
  /** The position in the whole guide, counted from 1. */
  readonly number: number;
  readonly slug: string;
  /**
   * The ids of the cited sources in the order of their first citations, which is also the order of
   * the page's citation numbers.
   */
  readonly sources: readonly string[];
  /** The ids of the glossary terms that the question uses, in reading order. */
  readonly terms: readonly string[];
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** A level, topic, or jurisdiction with its questions, in guide order. */
export interface Group<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly description: string;
  readonly questions: readonly Question[];
}

/** The data behind all pages, the sidebar, search, and the data files. */
export interface Guide {
  readonly questions: readonly Question[];
  readonly levels: readonly Group<LevelId>[];
  /** The topics that have questions, in the order of `guide-settings.ts`. */
  readonly topics: readonly Group<TopicId>[];
  /** The jurisdictions that have questions, in the order of `guide-settings.ts`. */
  readonly jurisdictions: readonly Group<JurisdictionId>[];
  readonly sources: ReadonlyMap<string, Source>;
  /** The glossary by id, ordered alphabetically by term. */
  readonly terms: ReadonlyMap<string, GlossaryTerm>;
  readonly learningPaths: readonly LearningPath[];
  /** The labs, ordered alphabetically by title. */
  readonly labs: readonly LabRecord[];
  readonly retired: readonly LedgerEntry[];
  readonly byCode: ReadonlyMap<string, Question>;
  readonly bySlug: ReadonlyMap<string, Question>;
}

/** Sorts valid content and builds the guide. Never throws. */
export function buildGuide(content: GuideSources): Guide {
  const terms = content.terms
    .map(({ id, data }) => ({ id, ...data }))
    .sort((a, b) => a.term.localeCompare(b.term, 'en', { sensitivity: 'base' }));
  const questions = numbered(inGuideOrder(content.questions), terms);
  return {
    questions,
    levels: grouped(levels, questions, ({ level }) => [level]),
    topics: grouped(topics, questions, (question) => question.topics).filter(hasQuestions),
    jurisdictions: grouped(jurisdictions, questions, (question) => question.jurisdictions).filter(
      hasQuestions,
    ),
    sources: new Map(
      content.sources.map(({ id, data }) => {
        const citing = questions.filter(({ sources }) => sources.includes(id));
        return [id, { id, ...data, citedBy: citing.map(({ code }) => code) }];
      }),
    ),
    terms: new Map(
      terms.map((term) => {
        const using = questions.filter((question) => question.terms.includes(term.id));
        return [term.id, { ...term, usedBy: using.map(({ code }) => code) }];
      }),
    ),
    learningPaths: content.learningPaths
      .map(({ id, data }) => ({ id, ...data }))
      .sort((a, b) => a.order - b.order || a.id.localeCompare(b.id, 'en')),
    labs: content.labs
      .map(({ id, data }) => ({ id, ...data }))
      .sort((a, b) => (a.title < b.title ? -1 : 1)),
    retired: content.ledger.filter((entry) => entry.retired !== undefined),
    byCode: new Map(questions.map((question) => [question.code, question])),
    bySlug: new Map(questions.map((question) => [question.slug, question])),
  };
}

function inGuideOrder(sources: readonly QuestionSource[]): QuestionSource[] {
  const rank = new Map<string, number>(levels.map((level, index) => [level.id, index]));
  return sources.toSorted(
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

/** Replaces straight quotes with curly ones, as Markdown does on pages, except in aliases. */
function typeset(data: QuestionData): QuestionData {
  return { ...(typesetAll(data) as QuestionData), aliases: data.aliases };
}

function typesetAll(value: unknown): unknown {
  if (typeof value === 'string') return typographic(value);
  if (Array.isArray(value)) return value.map(typesetAll);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, typesetAll(one)]));
}

function grouped<Id extends string>(
  terms: readonly { readonly id: Id; readonly label: string; readonly description: string }[],
  questions: readonly Question[],
  idsOf: (question: Question) => readonly Id[],
): Group<Id>[] {
  return terms.map(({ id, label, description }) => ({
    id,
    label,
    description,
    questions: questions.filter((question) => idsOf(question).includes(id)),
  }));
}

function hasQuestions(group: Group<string>): boolean {
  return group.questions.length > 0;
}
