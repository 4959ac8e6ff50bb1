import { html, type TemplateResult } from 'lit-html';
import type { PracticeChoice } from '../../../domain/practice/practice-link.ts';
import { writePracticeLink } from '../../../domain/practice/practice-link.ts';
import type { GroupOutlook } from '../../../domain/review/outlook.ts';
import { levels, topics } from '../../../guide.ts';
import { percentText } from '../base/format.ts';

/** Groups of questions to be shown with their numbers. */
export interface Groups {
  readonly kind: 'level' | 'topic';
  readonly groups: readonly GroupOutlook[];
  /** Whether an interview lies ahead: then the numbers are those of its day. */
  readonly isAhead: boolean;
  /** Address of the practice page. */
  readonly practice: string;
}

/** A table of groups whose numbers are drawn as bars; each name starts practice. */
export function groupsView({ kind, groups, isAhead, practice }: Groups): TemplateResult {
  return html`<table class="groups">
    <caption>
      By ${kind}
    </caption>
    <thead>
      <tr>
        <th scope="col">${kind === 'level' ? 'Level' : 'Topic'}</th>
        <th scope="col" class="number">Done</th>
        <th scope="col">${isAhead ? 'If you stop now' : 'Recall now'}</th>
      </tr>
    </thead>
    <tbody>
      ${groups.map((group) => rowView(group, kind, practice))}
    </tbody>
  </table>`;
}

function rowView(
  { id, seen, total, recall }: GroupOutlook,
  kind: Groups['kind'],
  practice: string,
): TemplateResult {
  const choice: PracticeChoice = { kind, id };
  const words = kind === 'level' ? levels : topics;
  return html`<tr>
    <th scope="row">
      <a href="${practice}#${writePracticeLink(choice)}"
        >${words.find((word) => word.id === id)?.label ?? id}</a
      >
    </th>
    <td class="number">${seen} of ${total}</td>
    <td>${shareView(recall)}</td>
  </tr>`;
}

/** A share from 0 to 1 as a number with its bar. */
function shareView(share: number): TemplateResult {
  return html`<span class="share">
    <span class="bar" aria-hidden="true"
      ><span .style="width:${(share * 100).toFixed(1)}%"></span
    ></span>
    <span>${percentText(share)}</span>
  </span>`;
}
