/**
 * The bands of all sections as they appear on a first visit. Most figures are totals of the guide.
 */
import { exports } from '../../domain/export/exports.ts';
import { pdfDownload } from '../../domain/export/print-pages.ts';
import type { Guide } from '../../domain/guide/build-guide.ts';
import { changesOf } from '../../domain/guide/changes.ts';
import { mainPages } from '../../domain/links/main-pages.ts';
import type { Paths } from '../../domain/links/paths.ts';
import { maxPeople } from '../../domain/study-set/practice-code.ts';
import { setSteps } from '../../domain/study-set/set-link.ts';
import type { Markup } from '../markup.ts';
import { beats, candidateGrid, cards, curves, dial, dots, stops, ticks } from './drawings.ts';

export interface Band {
  readonly title: string;
  readonly lead: string;
  readonly figure: string;
  readonly unit: string;
  /** Only a band that the reader’s work can change, or whose drawing explains it, has a drawing. */
  readonly drawing?: Markup;
}

export interface SectionBand extends Band {
  /** Groups of questions have no id, because no script fills their bands. */
  readonly id?: BandId;
}

/** If no figure is given, the band shows the number of questions. */
type Writer = (guide: Guide) => Omit<Band, 'title' | 'figure'> & { readonly figure?: number };

const writers = {
  questions: (guide) => ({
    lead: `What they’ll ask you, in ${guide.levels.length} groups`,
    unit: 'questions',
    drawing: ticks(byLevel(guide)),
  }),
  practice: () => ({
    lead: 'Answer out loud, then score yourself',
    unit: 'questions to practice',
    drawing: beats(7, 0),
  }),
  mock: () => ({
    lead: 'A timed interview, alone or with a friend',
    figure: 20,
    unit: 'minutes or more',
    drawing: dial(),
  }),
  kit: () => ({
    lead: 'Pick the questions, score each candidate, lock and send your scores, and compare',
    unit: 'questions to pick from',
    drawing: candidateGrid(['A', 'B', 'C', 'D'].map((letter) => ({ letter, done: 0, total: 7 }))),
  }),
  set: () => ({
    lead: setSteps,
    figure: maxPeople,
    unit: 'people at most',
    drawing: cards(3, 0),
  }),
  progress: (guide) => ({
    lead: 'Your scores, your plan, and your data',
    unit: 'questions to practice',
    drawing: ticks(byLevel(guide)),
  }),
  saved: (guide) => ({
    lead: 'Your questions and private notes',
    figure: 0,
    unit: 'saved questions',
    drawing: ticks(byLevel(guide)),
  }),
  labs: (guide) => ({
    lead: 'Guess first, then move the numbers',
    figure: guide.labs.length,
    unit: 'labs',
    drawing: curves(),
  }),
  learningPaths: (guide) => ({
    lead: 'Questions in order, for one goal',
    figure: guide.learningPaths.length,
    unit: 'paths',
    drawing: stops(guide.learningPaths.map(() => 'hollow')),
  }),
  glossary: (guide) => ({
    lead: 'Terms in plain words, each with a source',
    figure: guide.terms.size,
    unit: 'terms',
    drawing: dots(guide.terms.size, 0),
  }),
  topics: (guide) => ({
    lead: 'The same questions, by subject',
    figure: guide.topics.length,
    unit: 'topics',
  }),
  sources: (guide) => ({
    lead: 'What the facts rest on',
    figure: guide.sources.size,
    unit: 'sources',
  }),
  changes: (guide) => ({
    lead: 'What makes older answers wrong',
    figure: changesOf(guide).length,
    unit: 'changes',
  }),
  downloads: () => ({
    lead: 'For paper, e-readers, Anki, and code',
    figure: files(),
    unit: 'files',
  }),
} as const satisfies Record<string, Writer>;

export type BandId = keyof typeof writers;

interface GroupOfQuestions {
  readonly description: string;
  readonly questions: readonly unknown[];
}

/** Returns the band for the page at a path, or undefined if the page isn't a section. */
export function bandAt(pathname: string, guide: Guide, paths: Paths): SectionBand | undefined {
  const id = (Object.keys(writers) as BandId[]).find((each) => paths[each] === pathname);
  if (id === undefined) return undefined;
  const { figure = guide.questions.length, ...band }: ReturnType<Writer> = writers[id](guide);
  const title = id === 'questions' ? 'Questions' : mainPages[id].name;
  return { ...band, id, title, figure: String(figure) };
}

export function groupBand(title: string, group: GroupOfQuestions): SectionBand {
  const { description, questions } = group;
  return {
    title,
    lead: description,
    figure: String(questions.length),
    unit: questions.length === 1 ? 'question' : 'questions',
  };
}

function byLevel({ levels }: Guide): undefined[][] {
  return levels.map(({ questions }) => questions.map(() => undefined));
}

function files(): number {
  const all = exports.flatMap(({ downloads }) => downloads);
  return all.filter((download) => download !== pdfDownload || import.meta.env.PDF).length;
}
