import type { StudyContext } from '../base/study-context.ts';
import type { Confirmation } from './confirm-view.ts';
import type { Notice, NoticePlace } from './notice-view.ts';

/** What the parts of the progress room have of the room. */
export interface Host {
  readonly context: StudyContext;
  /** Draws the room again; then the first element that fits the selector gets the focus. */
  update(focus?: string): void;
  /** Tells what came of something, in the place of what was told before. */
  tell(place: NoticePlace, notice: Notice | undefined): void;
  /** Asks the reader before something is done that is hard to take back. */
  ask(question: Confirmation): void;
}
