import type { PracticeChoice } from '../../../domain/practice/practice-link.ts';
import type { TouchedPoint } from '../../../domain/practice/touched-points.ts';
import type { StudyHost } from '../base/study-element.ts';
import type { PracticeStarter } from './practice-starter.ts';
import type { QuestionCard } from './question-card.ts';

export type CompareAnswer = (card: QuestionCard) => readonly TouchedPoint[];

/** What views of practice have of the page. */
export interface PracticeHost extends StudyHost {
  readonly starter: PracticeStarter;
  /** What is wrong with the link or with what was stored. */
  readonly problems: readonly string[];
  /** Compares a typed answer; undefined until the code for it is there. */
  readonly compare: CompareAnswer | undefined;
  /** Starts what was chosen, as a link to it would. */
  begin(choice: PracticeChoice): void;
  /** Continues the session that was left. */
  resume(): void;
  /** Discards the session that was left, after asking. */
  discard(): Promise<void>;
  /** Leaves the session; it can be continued. */
  end(): void;
}
