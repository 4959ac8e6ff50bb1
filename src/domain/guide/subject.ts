import type { LevelId, TopicId } from '../../guide-settings.ts';
import type { Group, LearningPath, Question } from './build-guide.ts';

export interface LabSummary {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  /** The question whose answer readers guess first. */
  readonly guess: { readonly question: string };
}

/** A page's subject, for its preview image and structured data. */
export type Subject =
  | { readonly kind: 'guide' }
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'level'; readonly level: Group<LevelId> }
  | { readonly kind: 'topic'; readonly topic: Group<TopicId> }
  | { readonly kind: 'path'; readonly path: LearningPath }
  | { readonly kind: 'lab'; readonly lab: LabSummary }
  | { readonly kind: 'glossary' };
