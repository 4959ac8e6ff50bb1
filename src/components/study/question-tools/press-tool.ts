import type { QuestionTools } from './question-panel.ts';

/** Saves the question, or removes it from the saved ones. The button changes at once. */
export async function pressSave(tools: QuestionTools): Promise<void> {
  const isSaved = tools.button('save').ariaPressed !== 'true';
  tools.show(isSaved, '');
  try {
    const { saveQuestion } = await import('../../../browser/save-question.ts');
    const outcome = await saveQuestion(tools.dataset['code'] ?? '', isSaved);
    if ('problem' in outcome) tools.show(!isSaved, outcome.problem.message);
  } catch {
    // Browsers don't request a script again after it failed to load.
    tools.show(!isSaved, 'Not saved. Reload the page and try again.');
  }
}

/** Opens the note, or closes it. */
export async function pressNote(tools: QuestionTools): Promise<void> {
  try {
    const { toggleNote } = await import('./question-panel.ts');
    await toggleNote(tools, tools.button('note'));
  } catch {
    tools.say('The note didn’t load. Reload the page.');
  }
}
