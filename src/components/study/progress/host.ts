import type { StudyContext } from '../base/study-context.ts';
import type { Confirmation } from './confirm-view.ts';

/** What the parts of the progress room have of the room. */
export interface Host {
  readonly context: StudyContext;
  /** Draws the room again; then the first element that fits the selector gets the focus. */
  update(focus?: string): void;
  /** Asks the reader before something is done that is hard to take back. */
  ask(question: Confirmation): void;
}
