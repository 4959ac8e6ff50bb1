import {
  codesInMockLink,
  type MockLink,
  readMockLink,
  tidyMockLink,
} from '../../../domain/mock/mock-link.ts';
import { missingSentences } from '../../../domain/practice/practice-link.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import type { StudyContext } from '../base/study-context.ts';

/** A mock interview that a link opens. */
export interface OpenMock {
  /** Its link as the guide writes it, see `tidyMockLink`. */
  readonly link: string;
  readonly mock: MockLink;
  /** Its questions that the guide has, in order; empty if the link has none. */
  readonly questions: readonly StudyQuestion[];
  /** What is wrong with the link, for the reader. */
  readonly problems: readonly string[];
  /** Whether the guide has changed since the mock interview was created. */
  readonly isFromOtherVersion: boolean;
}

/** Opens the mock interview of a link's fragment; undefined if the fragment names none. */
export function openMock(
  fragment: string,
  { data, questions }: Pick<StudyContext, 'data' | 'questions'>,
): OpenMock | undefined {
  if (fragment.trim() === '') return undefined;
  const mock = readMockLink(fragment.toLowerCase(), data.book);
  return {
    link: codesInMockLink(fragment).length === 0 ? '' : tidyMockLink(fragment),
    mock,
    questions: mock.codes.flatMap((code) => questions.get(code) ?? []),
    problems: [...mock.problems, ...missingSentences(mock)],
    isFromOtherVersion: mock.contentVersion !== '' && mock.contentVersion !== data.contentVersion,
  };
}
