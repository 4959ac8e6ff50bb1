import type { PracticeChoice } from '../../../domain/practice/practice-link.ts';
import type { PointComparer } from '../../../domain/practice/touched-points.ts';
import type { StudyHost } from '../base/study-element.ts';
import type { PracticeStarter } from './practice-starter.ts';

/** What the practice page gives to its views. */
export interface PracticePage extends StudyHost {
  /** Problems of the link or of the stored session. */
  readonly problems: readonly string[];
  readonly starter: PracticeStarter;
  /** Compares a typed answer with key points; undefined until the code for it is there. */
  readonly compare: PointComparer | undefined;
  begin(choice: PracticeChoice): void;
  resume(): void;
  discard(): Promise<void>;
  end(): void;
  showShortcuts(): void;
}
