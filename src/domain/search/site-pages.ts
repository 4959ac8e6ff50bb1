import { type Companion, companions } from '../../guide.ts';
import type { Guide } from '../guide/build-guide.ts';
import type { LabSummary } from '../guide/subject.ts';
import type { Paths } from '../links/paths.ts';

/** A page of the guide that isn't a question, or a glossary entry, in the search data. */
export interface SitePage {
  readonly kind: 'Page' | 'Lab' | 'Path' | 'Topic' | 'Level' | 'Term';
  readonly title: string;
  readonly url: string;
  /** Other names that people search for. */
  readonly names?: readonly string[] | undefined;
}

/** The main pages, by their key in `Paths`, with other names that people search for. */
export const mainPages = {
  practice: {
    name: 'Practice',
    also: [
      ...['flashcards', 'spaced repetition', 'interview date', 'plan', 'quiz me', 'rehearse'],
      ...['timer', 'record my answer', 'self-assessment', 'score myself'],
    ],
  },
  mock: {
    name: 'Mock interview',
    also: ['interview with a friend', 'interview simulation', 'mock', 'practice with a clock'],
  },
  kit: {
    name: 'Interview kit',
    also: [
      ...['scorecard', 'interview someone', 'interviewer', 'hiring', 'hiring manager', 'hire'],
      ...['compare candidates', 'score candidates', 'how to score', 'score fairly', 'rubric'],
      ...['calibrate raters', 'structured interview', 'interview template', 'debrief'],
    ],
  },
  set: {
    name: 'Question sets',
    also: ['share questions', 'study group', 'share a link', 'list for a group'],
  },
  progress: {
    name: 'Your progress',
    also: [
      ...['export progress', 'import progress', 'backup', 'readiness', 'what is still weak'],
      ...[
        'my scores',
        'statistics',
        'how far',
        'streak',
        'delete my data',
        'move to another device',
      ],
    ],
  },
  saved: { name: 'Saved', also: ['bookmarks', 'notes', 'favorites'] },
  labs: {
    name: 'Labs',
    also: ['simulations', 'interactive', 'calculators', 'tools', 'exercises', 'quizzes', 'games'],
  },
  topics: { name: 'Topics', also: ['subjects', 'categories'] },
  learningPaths: { name: 'Learning paths', also: ['study plan', 'curriculum', 'where to start'] },
  glossary: { name: 'Glossary', also: ['terms', 'definitions', 'acronyms', 'abbreviations'] },
  questions: { name: 'All questions', also: ['list of questions', 'question bank'] },
  sources: {
    name: 'Sources',
    also: ['references', 'bibliography', 'citations', 'literature', 'further reading'],
  },
  downloads: {
    name: 'Downloads',
    also: [
      ...['PDF', 'EPUB', 'Anki', 'Anki deck', 'CSV', 'print', 'flashcards', 'export', 'JSON'],
      ...['ebook', 'Kindle', 'spreadsheet', 'Excel'],
    ],
  },
  changes: { name: 'Recent changes', also: ['what changed', 'updates', 'RSS feed', 'news'] },
  offline: { name: 'Offline', also: ['offline reading', 'install', 'app', 'no internet'] },
  about: {
    name: 'About this guide',
    also: ['license', 'privacy of this guide', 'who wrote this', 'contact'],
  },
} as const satisfies Partial<Record<keyof Paths | 'about', object>>;
export type MainPageId = keyof typeof mainPages;

export function mainPagePath(id: MainPageId, paths: Paths): string {
  return id === 'about' ? paths.companion(id) : paths[id];
}

const companionPages: readonly Companion[] = companions;

export function sitePages(guide: Guide, paths: Paths): SitePage[] {
  const page = (title: string, url: string, names: readonly string[]): SitePage => ({
    kind: 'Page',
    title,
    url,
    names,
  });
  return [
    ...companionPages.map(({ id, label, inSidebar, aliases = [] }) =>
      page(label, paths.companion(id), [...(inSidebar ? [inSidebar] : []), ...aliases]),
    ),
    ...(Object.keys(mainPages) as MainPageId[]).map((id) =>
      page(mainPages[id].name, mainPagePath(id, paths), mainPages[id].also),
    ),
    ...guide.learningPaths.map(
      ({ id, title }): SitePage => ({ kind: 'Path', title, url: paths.learningPath(id) }),
    ),
    ...guide.levels.map(
      ({ id, label }): SitePage => ({ kind: 'Level', title: label, url: paths.level(id) }),
    ),
    ...guide.topics.map(
      ({ id, label }): SitePage => ({ kind: 'Topic', title: label, url: paths.topic(id) }),
    ),
  ];
}

export function labPages(labs: readonly LabSummary[], paths: Paths): SitePage[] {
  return labs.map(({ id, title, aliases }) => ({
    kind: 'Lab',
    title,
    url: paths.lab(id),
    names: aliases,
  }));
}
