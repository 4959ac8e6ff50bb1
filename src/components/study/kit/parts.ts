/** Small views that several screens of the interview kit share. */
import { type Label, progressOf } from '../../../domain/kit/interview.ts';
import type { InterviewRecord } from '../../../domain/progress/records.ts';
import { ringView } from '../base/question-link.ts';
import type { KitRoom } from './room.ts';

/** Draws a ring that fills as a candidate's criteria are scored. */
export function candidateRing(interview: InterviewRecord, label: Label, room: KitRoom) {
  const { scored, of } = progressOf(interview, label, room.context.questions);
  const name = `Candidate ${label}: ${scored} of ${of} criteria scored`;
  return ringView(scored / Math.max(1, of), label, name);
}

/** Asks before a deletion, and offers a saved file first. Returns true if it goes ahead. */
export async function confirmDelete(
  room: KitRoom,
  interview: InterviewRecord,
  title: string,
  what: string,
): Promise<boolean> {
  const copy = 'Save a file, then delete';
  const sentence = `This deletes ${what}. You can undo it until you leave this page.`;
  const answer = await room.confirm(title, [sentence], copy, 'Delete');
  if (answer === copy) room.interviews.saveFile(interview, 'json');
  return answer !== undefined;
}
