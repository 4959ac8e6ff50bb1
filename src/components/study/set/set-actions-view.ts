import { html, type TemplateResult } from 'lit-html';
import '../base/share-link.ts';
import { setAddress } from '../../../browser/draft-set.ts';
import { mockOfSet, writeMockLink } from '../../../domain/mock/mock-link.ts';
import { writePracticeLink } from '../../../domain/practice/practice-link.ts';
import { minutesOf } from '../../../domain/study-set/minutes-of.ts';
import type { StudySet } from '../../../domain/study-set/set-link.ts';
import { counted } from '../base/format.ts';
import type { StudyContext } from '../base/study-context.ts';

/** How long a set is, such as "5 questions, about 14 minutes out loud". */
export function lengthOfSet({ codes }: StudySet, { data }: Pick<StudyContext, 'data'>): string {
  const minutes = Math.round(minutesOf(codes, data.questions));
  return `${counted(codes.length, 'question')}, about ${counted(minutes, 'minute')} out loud`;
}

/** What can be done with a set, in one row. @param main what the reader most likely wants */
export function setActions(
  set: StudySet,
  { data, paths }: StudyContext,
  main?: 'practice',
): TemplateResult {
  const mock = writeMockLink(mockOfSet(set, data));
  return html`<div class="row">
    <a
      class="button ${main ?? ''} ${main === undefined ? '' : 'primary'}"
      href="${paths.practice}#${writePracticeLink({ kind: 'set', set })}"
    >
      Practice this set
    </a>
    <a class="button" href="${paths.mock}#${mock}">Start a mock interview</a>
    <a class="button" href="${paths.mock}?as=interviewer#${mock}">Score a candidate</a>
  </div>`;
}

export function shareSet(set: StudySet, { paths }: Pick<StudyContext, 'paths'>): TemplateResult {
  return html`<share-link
    data-address=${setAddress(set, paths)}
    data-name="this set"
  ></share-link>`;
}
