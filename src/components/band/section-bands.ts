/** The bands of all sections on a first visit. Each figure is the guide's total. */
import { exports } from '../../domain/export/exports.ts';
import { pdfDownload } from '../../domain/export/print-pages.ts';
import type { Guide } from '../../domain/guide/build-guide.ts';
import type { Paths } from '../../domain/links/paths.ts';
import { mainPages } from '../../domain/search/site-pages.ts';
import type { Markup } from '../markup.ts';
import {
  beats,
  candidateGrid,
  cards,
  curves,
  dial,
  dots,
  sheets,
  stops,
  ticks,
} from './drawings.ts';

/** What the band of a section shows. */
export interface Band {
  readonly title: string;
  /** One line about the section. */
  readonly lead: string;
  readonly figure: string;
  /** What the figure counts, such as "questions". */
  readonly unit: string;
  readonly drawing: Markup;
}

export interface SectionBand extends Band {
  readonly id: BandId;
}

const writers = {
  questions: (guide) => ({
    title: 'Questions',
    lead: `What they’ll ask you, in ${guide.levels.length} groups`,
    figure: guide.questions.length,
    unit: 'questions',
    drawing: ticks(byLevel(guide)),
  }),
  practice: (guide) => ({
    title: mainPages.practice.name,
    lead: 'Answer out loud, then score yourself',
    figure: guide.questions.length,
    unit: 'questions to practice',
    drawing: beats(7, 0),
  }),
  mock: (guide) => ({
    title: mainPages.mock.name,
    lead: 'A timed interview, alone or with a friend',
    figure: guide.questions.length,
    unit: 'questions at random',
    drawing: dial(),
  }),
  kit: (guide) => ({
    title: 'Interview kit',
    lead: 'The same questions for every candidate',
    figure: guide.questions.length,
    unit: 'questions to ask',
    drawing: candidateGrid(['A', 'B', 'C', 'D'].map((letter) => ({ letter, done: 0, total: 7 }))),
  }),
  set: (guide) => ({
    title: mainPages.set.name,
    lead: 'Pick questions and share one link',
    figure: guide.questions.length,
    unit: 'questions to pick from',
    drawing: cards(3, 0),
  }),
  progress: (guide) => ({
    title: mainPages.progress.name,
    lead: 'Your scores, your plan, and your data',
    figure: guide.questions.length,
    unit: 'questions to practice',
    drawing: ticks(byLevel(guide)),
  }),
  saved: (guide) => ({
    title: mainPages.saved.name,
    lead: 'Your questions and private notes',
    figure: guide.questions.length,
    unit: 'questions to save',
    drawing: ticks(byLevel(guide)),
  }),
  labs: (guide) => ({
    title: mainPages.labs.name,
    lead: 'Guess first, then move the numbers',
    figure: guide.labs.length,
    unit: 'labs',
    drawing: curves(),
  }),
  learningPaths: (guide) => ({
    title: mainPages.learningPaths.name,
    lead: 'Questions in order, for one goal',
    figure: guide.learningPaths.length,
    unit: 'paths',
    drawing: stops(guide.learningPaths.length, 0),
  }),
  glossary: (guide) => ({
    title: mainPages.glossary.name,
    lead: 'Terms in plain words, each with a source',
    figure: guide.terms.size,
    unit: 'terms',
    drawing: dots(guide.terms.size, 0),
  }),
  downloads: () => ({
    title: mainPages.downloads.name,
    lead: 'For paper, e-readers, Anki, and code',
    figure: files(),
    unit: 'files',
    drawing: sheets(files()),
  }),
} as const satisfies Record<
  string,
  (guide: Guide) => Omit<Band, 'figure'> & { readonly figure: number }
>;

export type BandId = keyof typeof writers;

/** Returns the band of the page at a path. Returns undefined if the page isn't a section. */
export function bandAt(pathname: string, guide: Guide, paths: Paths): SectionBand | undefined {
  const id = (Object.keys(writers) as BandId[]).find((each) => paths[each] === pathname);
  if (id === undefined) return undefined;
  const band = writers[id](guide);
  return { ...band, id, figure: String(band.figure) };
}

function byLevel({ levels }: Guide): undefined[][] {
  return levels.map(({ questions }) => questions.map(() => undefined));
}

function files(): number {
  const all = exports.flatMap(({ downloads }) => downloads);
  return all.filter((download) => download !== pdfDownload || import.meta.env.PDF).length;
}
