import type { Paths } from './paths.ts';

/**
 * The main pages by their keys in `Paths`, and the companion page `about`. `also` has other search
 * terms for the page, separated by commas.
 */
export const mainPages = {
  practice: {
    name: 'Practice',
    also:
      'flashcards, spaced repetition, interview date, plan, quiz me, rehearse, timer, record ' +
      'my answer, self-assessment, score myself',
  },
  mock: {
    name: 'Mock interview',
    also: 'interview with a friend, interview simulation, mock, practice with a clock',
  },
  kit: {
    name: 'Interview kit',
    also:
      'scorecard, interview someone, interviewer, hiring, hiring manager, hire, compare ' +
      'candidates, score candidates, how to score, score fairly, rubric, calibrate raters, ' +
      'structured interview, interview template, debrief',
  },
  set: {
    name: 'Question sets',
    also: 'share questions, study group, share a link, list for a group',
  },
  progress: {
    name: 'Your progress',
    also:
      'export progress, import progress, backup, readiness, what is still weak, my scores, ' +
      'statistics, how far, streak, delete my data, move to another device',
  },
  saved: { name: 'Saved', also: 'bookmarks, notes, favorites' },
  labs: {
    name: 'Labs',
    also: 'simulations, interactive, calculators, tools, exercises, quizzes, games',
  },
  topics: { name: 'Topics', also: 'subjects, categories' },
  learningPaths: { name: 'Learning paths', also: 'study plan, curriculum, where to start' },
  glossary: { name: 'Glossary', also: 'terms, definitions, acronyms, abbreviations' },
  questions: { name: 'All questions', also: 'list of questions, question bank' },
  sources: {
    name: 'Sources',
    also: 'references, bibliography, citations, literature, further reading',
  },
  downloads: {
    name: 'Downloads',
    also:
      'PDF, EPUB, Anki, Anki deck, CSV, print, flashcards, export, JSON, ebook, Kindle, ' +
      'spreadsheet, Excel',
  },
  changes: { name: 'Recent changes', also: 'what changed, updates, RSS feed, news' },
  offline: { name: 'Offline', also: 'offline reading, install, app, no internet' },
  about: {
    name: 'About this guide',
    also: 'license, privacy of this guide, who wrote this, contact',
  },
} as const satisfies Partial<Record<keyof Paths | 'about', object>>;
export type MainPageId = keyof typeof mainPages;

export function mainPagePath(id: MainPageId, paths: Paths): string {
  return id === 'about' ? paths.companion(id) : paths[id];
}
