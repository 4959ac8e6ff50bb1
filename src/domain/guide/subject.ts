import type { LevelId, TopicId } from '../../guide.ts';
import type { Group, LearningPath, Question } from './build-guide.ts';

/** What a lab is called and what it asks. */
export interface LabSummary {
  readonly id: string;
  readonly title: string;
  /** What the reader guesses first. */
  readonly guess: { readonly question: string };
}

/** What a page is about: from this come its preview image and its structured data. */
export type Subject =
  | { readonly kind: 'guide' }
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'level'; readonly level: Group<LevelId> }
  | { readonly kind: 'topic'; readonly topic: Group<TopicId> }
  | { readonly kind: 'path'; readonly path: LearningPath }
  | { readonly kind: 'lab'; readonly lab: LabSummary }
  | { readonly kind: 'glossary' };
