import type { MockAddress } from '../../../browser/room-address.ts';
import {
  codesInMockLink,
  type MockLink,
  readMockLink,
  tidyMockLink,
} from '../../../domain/mock/mock-link.ts';
import { type MockRun, recordOfRun } from '../../../domain/mock/mock-run.ts';
import { missingSentences } from '../../../domain/practice/practice-link.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import type { MockRecord } from '../../../domain/progress/records.ts';
import type { StudyContext } from '../base/study-context.ts';

export type MockScreen =
  | { readonly name: 'create'; readonly isFormOpen: boolean }
  | { readonly name: 'lobby'; readonly open: OpenMock }
  | { readonly name: 'asking' | 'scoring'; readonly open: OpenMock; readonly run: MockRun }
  | { readonly name: 'result'; readonly record: MockRecord; readonly run: MockRun | undefined };

interface MockState {
  readonly address: MockAddress;
  readonly open: OpenMock | undefined;
  readonly run: MockRun | undefined;
  readonly records: readonly MockRecord[];
}

export function screenOf(state: MockState): MockScreen {
  const { address, open, run, records } = state;
  const past = records.find(({ id }) => id === address.result);
  if (past !== undefined) {
    return { name: 'result', record: past, run: run?.id === past.id ? run : undefined };
  }
  if (open === undefined) return { name: 'create', isFormOpen: address.as === 'creator' };
  if (open.questions.length === 0 || run?.link !== open.link) return { name: 'lobby', open };
  const record = recordOfRun(run);
  if (record !== undefined) return { name: 'result', record, run };
  return { name: run.stage === 'asking' ? 'asking' : 'scoring', open, run };
}

/**
 * Returns a key for the screen. When the key changes, the focus moves to the new screen's heading.
 */
export function keyOfScreen(screen: MockScreen): string {
  switch (screen.name) {
    case 'create':
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

export interface OpenMock {
  /** The normalized link (see `tidyMockLink`), or an empty string if the link has no questions. */
  readonly link: string;
  readonly mock: MockLink;
  /** The link's questions that are in the guide, in the link's order. May be empty. */
  readonly questions: readonly StudyQuestion[];
  readonly problems: readonly string[];
}

/** Reads the mock interview in a link's fragment. Returns undefined if the fragment is blank. */
export function openMock(
  fragment: string,
  { data, questions }: StudyContext,
): OpenMock | undefined {
  if (fragment.trim() === '') return undefined;
  const mock = readMockLink(fragment.toLowerCase(), data.book);
  return {
    link: codesInMockLink(fragment).length === 0 ? '' : tidyMockLink(fragment),
    mock,
    questions: mock.codes.flatMap((code) => questions.get(code) ?? []),
    problems: [...mock.problems, ...missingSentences(mock)],
  };
}
