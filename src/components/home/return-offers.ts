/**
 * What returning readers can continue, in this order: the set of a group that meets today or later,
 * today's due questions, an interview with unlocked scores, a mock interview, a set without a date,
 * and the page they read last.
 */
import { now, offsetAt } from '../../browser/clock.ts';
import { readStorage } from '../../browser/local-storage.ts';
import { storageKeys } from '../../browser/storage-keys.ts';
import { isBlank, nameOfInterview } from '../../domain/kit/interview.ts';
import { isUnfinished, readMockRun } from '../../domain/mock/mock-run.ts';
import { writePracticeLink } from '../../domain/practice/practice-link.ts';
import { answersByQuestion } from '../../domain/progress/answers-by-question.ts';
import { readLastRead } from '../../domain/progress/last-read.ts';
import type { InterviewRecord } from '../../domain/progress/records.ts';
import { nextSet } from '../../domain/study-set/next-set.ts';
import { readSavedSets } from '../../domain/study-set/saved-sets.ts';
import { counted } from '../../lib/text.ts';
import { openStudy, type StudyContext } from '../study/base/study-context.ts';
import { planOf } from './plan-today.ts';

export interface Offer {
  /** Says what can be continued, such as "You were reading “What is FHIR”". */
  readonly text: string;
  readonly label: string;
  /** The URL, relative to the base path. */
  readonly path: string;
}

/** @param hasStudied true if there are question sets or a database with progress */
export async function returnOffers(base: string, hasStudied: boolean): Promise<Offer[]> {
  const opened = hasStudied ? await openStudy(base) : undefined;
  const context = opened !== undefined && 'value' in opened ? opened.value : undefined;
  const plan = context && planOffer(context);
  const set = context && setOffer(context);
  const offers = [
    ...(set?.isMeeting ? [set] : []),
    ...(plan?.isDue ? [plan] : []),
    ...(context === undefined ? [] : interviewOffer(context)),
    ...mockOffer(),
    ...(set === undefined || set.isMeeting ? [] : [set]),
    ...lastReadOffer(),
  ];
  context?.model.store.close();
  // If nothing is due, the plan is worth a line only if there is nothing else to offer.
  return offers.length === 0 && plan !== undefined ? [plan] : offers;
}

function planOffer(context: StudyContext) {
  const next = context.model.progress.reviews.length === 0 ? undefined : planOf(context);
  return next && { ...next, path: `practice/#${writePracticeLink(next.choice)}` };
}

/** How long an interview is offered after its scores are locked, in milliseconds. */
const comparingTime = 14 * 24 * 60 * 60 * 1000;

/**
 * Offers the most recently changed interview in which a candidate has unlocked scores. If there is
 * none, offers to compare the candidates of the latest interview, if it is recent.
 */
function interviewOffer({ model }: StudyContext): Offer[] {
  const isOpen = ({ candidates }: InterviewRecord) =>
    candidates.some((candidate) => candidate.lockedAt === null && !isBlank(candidate));
  const isRecent = ({ at, candidates }: InterviewRecord) =>
    now() - at < comparingTime && candidates.some(({ lockedAt }) => lockedAt !== null);
  const all = model.progress.interviews.toSorted((a, b) => b.at - a.at);
  const open = all.find(isOpen);
  const last = open ?? all.find(isRecent);
  if (last === undefined) return [];
  const { candidates, id } = last;
  const locked = candidates.filter(({ lockedAt }) => lockedAt !== null).length;
  const count = `${locked} of ${counted(candidates.length, 'candidate')} scored`;
  return [
    {
      text: `Your interview “${nameOfInterview(last)}”: ${count}`,
      label: open === undefined ? 'Compare scores' : 'Continue scoring',
      path: `kit/#i=${id}${open === undefined ? '/compare' : ''}`,
    },
  ];
}

function mockOffer(): Offer[] {
  const parsed = readMockRun(readStorage(storageKeys.mock), now());
  if ('problem' in parsed || !isUnfinished(parsed.value)) return [];
  const { link } = parsed.value;
  return [{ text: 'Your mock interview isn’t finished', label: 'Resume', path: `mock/#${link}` }];
}

function setOffer({ model }: StudyContext) {
  const parsed = readSavedSets(readStorage(storageKeys.sets));
  if ('problem' in parsed) return undefined;
  const answers = answersByQuestion(model.progress.reviews);
  const practiced = (code: string) => answers.has(code);
  const next = nextSet(parsed.value, { now: now(), offsetAt, practiced });
  return next && { ...next, label: 'Open the set', path: `set/#${next.link}` };
}

function lastReadOffer(): Offer[] {
  const last = readLastRead(readStorage(storageKeys.last));
  if (last === undefined) return [];
  const part = last.part === undefined ? '' : `#${last.part}`;
  return [
    {
      text: `You were reading “${last.title}”`,
      label: 'Continue',
      path: `q/${last.code}/${part}`,
    },
  ];
}
