import type { StudyContext } from '../base/study-context.ts';
import type { StudyHost } from '../base/study-element.ts';
import { Candidate } from './candidate.ts';
import { Comparing } from './comparing.ts';
import { Interviewer } from './interviewer.ts';

export interface CreateForm {
  readonly count: number;
  /** Total minutes; undefined follows the suggestion. */
  readonly minutes: number | undefined;
  /** Ids; empty means all. */
  readonly levels: readonly string[];
  readonly topics: readonly string[];
}

export const emptyForm: CreateForm = { count: 5, minutes: undefined, levels: [], topics: [] };

export class Room {
  readonly host: StudyHost;
  readonly candidate: Candidate;
  readonly interviewer: Interviewer;
  readonly comparing: Comparing;
  readonly open: (address: string) => void;
  form: CreateForm = emptyForm;
  /** Codes of the questions whose sample answers are unfolded on the scorecard. */
  readonly openSamples = new Set<string>();

  constructor(host: StudyHost, open: (address: string) => void, signal: AbortSignal) {
    this.host = host;
    this.open = open;
    this.candidate = new Candidate(host, signal);
    this.interviewer = new Interviewer(host, signal);
    this.comparing = new Comparing(host, signal);
    // Earlier versions stored these codes with the scores.
    for (const side of [this.candidate, this.interviewer]) {
      const { link, partnerCode } = side.stored.value ?? { link: '', partnerCode: '' };
      if (partnerCode === '') continue;
      this.comparing.add(link, partnerCode);
      side.dropPartnerCode();
    }
  }

  get context(): StudyContext {
    return this.host.context;
  }
}
