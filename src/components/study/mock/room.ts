import type { StudyContext } from '../base/study-context.ts';
import type { Candidate } from './candidate.ts';
import type { DrawForm } from './draw-view.ts';
import type { Interviewer } from './interviewer.ts';

/** What the reader is asked to confirm: finishing early, dropping, clearing, locking. */
export type Confirms = 'finish' | 'drop' | 'clear' | 'lock';

/** What all screens of the mock page share. */
export interface Room {
  readonly context: StudyContext;
  readonly candidate: Candidate;
  readonly interviewer: Interviewer;
  /** What the reader has put into the form of the draw. */
  form: DrawForm;
  confirms: Confirms | undefined;
  /** A partner's code beside a past result; that of a mock under way is kept with it. */
  partnerCode: string;
  /** Draws the page anew. */
  changed(): void;
  /** Asks the reader to confirm something. */
  ask(what: Confirms): void;
  /** Takes the question back. */
  cancel(): void;
  /** Goes to another address of the page. */
  open(address: string): void;
  /** Puts the focus on the first element that fits. */
  focus(selector: string): void;
  /** Shows the list of keys. */
  showKeys(): void;
}
