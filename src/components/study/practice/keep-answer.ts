import { now } from '../../../browser/clock.ts';
import type { StudyHost } from '../base/study-element.ts';
import type { QuestionCard } from './question-card.ts';

/** Longest note, see `src/domain/progress/records.ts`. */
const maxNote = 20_000;

/** Adds a typed answer to the reader's note on the question. */
export async function keepAnswer(
  { question, ladder }: QuestionCard,
  host: Pick<StudyHost, 'context' | 'notify'>,
): Promise<void> {
  const answer = ladder.answer.trim();
  let fits = true;
  const saved = await host.context.model.store.update('notes', question.code, (note) => {
    // A second press adds nothing.
    if (note?.text.endsWith(answer)) return note;
    const text = note === undefined ? answer : `${note.text}\n\n${answer}`;
    fits = text.length <= maxNote;
    return fits ? { code: question.code, text, at: now() } : note;
  });
  if ('failure' in saved) return;
  host.notify(
    'note',
    fits
      ? { tone: 'good', text: 'Your answer was added to your notes.' }
      : { tone: 'problem', text: 'Your note on this question is full. Shorten it first.' },
  );
}
