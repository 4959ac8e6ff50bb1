import { StudyElement } from '../base/study-element.ts';
import type { RunningMock } from './running-mock.ts';

export interface CreateForm {
  readonly count: number;
  /** The total time in minutes. If undefined, the suggested time is used. */
  readonly minutes: number | undefined;
  /** The level ids. If empty, all levels are included. */
  readonly levels: readonly string[];
  readonly topics: readonly string[];
}

export const emptyForm: CreateForm = { count: 5, minutes: undefined, levels: [], topics: [] };

export abstract class Room extends StudyElement {
  /** Set in `start`, before the first render. */
  running!: RunningMock;
  form: CreateForm = emptyForm;
  /** True if only questions from the reader's plan are picked. Without a plan, it has no effect. */
  isOfPlan = true;

  abstract open(address: string): void;
}
