/**
 * The words for the people that an interview scores: candidates with labels, or the members of a
 * study group with their initials.
 */
import { listOf } from '../../lib/text.ts';
import type { InterviewRecord } from '../progress/records.ts';
import { candidateOf, type Label, nameCandidates, nameOfCandidate } from './interview.ts';

export interface PeopleWords {
  readonly isGroup: boolean;
  /** Names someone within a sentence, such as "candidate B" or "BM". */
  readonly one: (label: Label) => string;
  /** Names someone at the start of a line, such as "Candidate B" or "BM". */
  readonly title: (label: Label) => string;
  /** Names someone in full, such as "Candidate B: Dana Reyes" or "BM". */
  readonly full: (label: Label) => string;
  readonly several: (labels: readonly Label[]) => string;
  /** Names someone within a sentence that stays on this device, such as "Dana" or "candidate B". */
  readonly called: (label: Label) => string;
  /** The same at the start of a line, such as "Dana" or "Candidate B". */
  readonly calledTitle: (label: Label) => string;
  readonly calledAll: (labels: readonly Label[]) => string;
  readonly noun: string;
  readonly nouns: string;
  readonly add: string;
  readonly next: string;
  /** The button that locks someone's scores. */
  readonly lock: (label: Label) => string;
  readonly isLocked: string;
  readonly unlock: string;
  /** Asks before scores are locked. */
  readonly askToLock: (label: Label) => string;
  /** Says that scores are locked. */
  readonly locked: (label: Label) => string;
  readonly mayUnlock: string;
  readonly mayNotUnlock: string;
}

const candidates = {
  isGroup: false,
  noun: 'candidate',
  nouns: 'candidates',
  add: 'Add candidate',
  next: 'Next candidate',
  lock: () => 'Lock scores',
  isLocked: 'Scores locked',
  unlock: 'Unlock',
  mayUnlock: 'You can unlock your scores until you add a colleague’s.',
  mayNotUnlock: 'You can’t unlock your scores afterward, because you’ll see other people’s.',
};

const friends = {
  isGroup: true,
  noun: 'person',
  nouns: 'people',
  add: 'Add a person',
  next: 'Next person',
  isLocked: 'Finished',
  unlock: 'Change my scores',
  mayUnlock: 'You can change your scores until you add someone else’s.',
  mayNotUnlock: 'You can’t change your scores afterward, because you’ll see other people’s.',
};

/** @param isGroup true if a study group started the interview from its set */
export function wordsFor(interview: InterviewRecord, isGroup: boolean): PeopleWords {
  const nameOf = (label: Label) => (candidateOf(interview, label)?.name ?? '').trim();
  if (!isGroup) {
    const called = (label: Label) => nameOf(label) || `candidate ${label}`;
    const calledAll = (labels: readonly Label[]) =>
      labels.some(nameOf)
        ? listOf([...new Set(labels)].sort().map(called))
        : nameCandidates(labels);
    return {
      ...candidates,
      one: (label) => `candidate ${label}`,
      title: (label) => `Candidate ${label}`,
      full: (label) => nameOfCandidate({ label, name: nameOf(label) }),
      several: nameCandidates,
      called,
      calledTitle: (label) => nameOf(label) || `Candidate ${label}`,
      calledAll,
      askToLock: (label) => `Lock your scores of ${called(label)}?`,
      locked: (label) => `Your scores of ${called(label)} are locked.`,
    };
  }
  const one = (label: Label) => nameOf(label) || `person ${label}`;
  const title = (label: Label) => nameOf(label) || `Person ${label}`;
  const several = (labels: readonly Label[]) => listOf([...new Set(labels)].sort().map(one));
  const askToLock = (label: Label) => `Finish scoring ${one(label)}?`;
  const locked = (label: Label) =>
    `You finished scoring ${one(label)}. Send your scores to your group.`;
  const lock = (label: Label) => `Finish scoring ${one(label)}`;
  const called = { called: one, calledTitle: title, calledAll: several };
  return { ...friends, ...called, lock, one, title, full: title, several, askToLock, locked };
}
