import { StudyElement } from '../base/study-element.ts';
import type { Candidate } from './candidate.ts';

export interface CreateForm {
  readonly count: number;
  /** The total minutes. If undefined, the suggestion is used. */
  readonly minutes: number | undefined;
  /** The ids of levels. If empty, all levels are included. */
  readonly levels: readonly string[];
  readonly topics: readonly string[];
}

export const emptyForm: CreateForm = { count: 5, minutes: undefined, levels: [], topics: [] };

/** What the views of the mock interview's page show and change. */
export abstract class Room extends StudyElement {
  /** Set in `start`, before the first view. */
  candidate!: Candidate;
  form: CreateForm = emptyForm;

  abstract open(address: string): void;
}
