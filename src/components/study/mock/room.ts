import type { StudyContext } from '../base/study-context.ts';
import type { StudyElement } from '../base/study-element.ts';
import { Candidate } from './candidate.ts';

export interface CreateForm {
  readonly count: number;
  /** Total minutes. If this is undefined, the suggestion is used. */
  readonly minutes: number | undefined;
  /** Ids of levels. An empty list means all levels. */
  readonly levels: readonly string[];
  readonly topics: readonly string[];
}

export const emptyForm: CreateForm = { count: 5, minutes: undefined, levels: [], topics: [] };

export class Room {
  readonly host: StudyElement;
  readonly candidate: Candidate;
  readonly open: (address: string) => void;
  form: CreateForm = emptyForm;

  constructor(host: StudyElement, open: (address: string) => void, signal: AbortSignal) {
    this.host = host;
    this.open = open;
    this.candidate = new Candidate(host, signal);
  }

  get context(): StudyContext {
    return this.host.context;
  }
}
