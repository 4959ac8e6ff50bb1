import type { MockAddress } from '../../../browser/mock-address.ts';
import { isUnderWay, type MockRun } from '../../../domain/mock/mock-run.ts';
import { recordOfRun } from '../../../domain/mock/mock-run-steps.ts';
import type { ScorecardRun } from '../../../domain/mock/scorecard-run.ts';
import type { MockRecord } from '../../../domain/progress/records.ts';
import type { OpenMock } from './open-mock.ts';

/** Which screen of the mock page is shown; it follows from the address and what is under way. */
export type MockScreen =
  | { readonly name: 'choose' }
  | { readonly name: 'lobby'; readonly open: OpenMock }
  /** Another mock, or another scorecard, is under way. */
  | { readonly name: 'busy'; readonly open: OpenMock; readonly run: MockRun }
  | { readonly name: 'busy scorecard'; readonly open: OpenMock; readonly card: ScorecardRun }
  | { readonly name: 'asking' | 'scoring'; readonly open: OpenMock; readonly run: MockRun }
  | { readonly name: 'result'; readonly record: MockRecord; readonly run: MockRun | undefined }
  | { readonly name: 'scorecard'; readonly open: OpenMock };

/** What a screen follows from. */
export interface MockState {
  readonly address: MockAddress;
  readonly open: OpenMock | undefined;
  readonly run: MockRun | undefined;
  /** A scorecard of another mock that is not blank. */
  readonly otherCard: ScorecardRun | undefined;
  readonly records: readonly MockRecord[];
}

/** The screen for a state. */
export function screenOf(state: MockState): MockScreen {
  const { address, open, run, otherCard, records } = state;
  const past = records.find(({ id }) => id === address.result);
  if (past !== undefined) {
    return { name: 'result', record: past, run: run?.id === past.id ? run : undefined };
  }
  if (open === undefined) return { name: 'choose' };
  if (open.questions.length === 0) return { name: 'lobby', open };
  if (address.isInterviewer) {
    return otherCard === undefined
      ? { name: 'scorecard', open }
      : { name: 'busy scorecard', open, card: otherCard };
  }
  return candidateScreen(open, run);
}

function candidateScreen(open: OpenMock, run: MockRun | undefined): MockScreen {
  if (run === undefined) return { name: 'lobby', open };
  if (run.link !== open.link) {
    return isUnderWay(run) ? { name: 'busy', open, run } : { name: 'lobby', open };
  }
  const record = recordOfRun(run);
  if (record !== undefined) return { name: 'result', record, run };
  return { name: run.stage === 'asking' ? 'asking' : 'scoring', open, run };
}

/** Tells screens apart between which the focus moves to the new heading. */
export function keyOfScreen(screen: MockScreen): string {
  switch (screen.name) {
    case 'choose':
      return screen.name;
    case 'asking':
      return `asking ${screen.open.link} ${screen.run.clock.question}`;
    case 'scoring':
      return `scoring ${screen.open.link} ${screen.run.place}`;
    case 'result':
      return `result ${screen.record.id}`;
    default:
      return `${screen.name} ${screen.open.link}`;
  }
}
