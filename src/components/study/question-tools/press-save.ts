import { saveQuestion } from '../../../browser/save-question.ts';
import type { QuestionPanelElement } from './question-panel.ts';

interface QuestionTools extends HTMLElement {
  readonly code: string;
  /** Shows whether the question is saved, and a message if one is given. */
  show(isSaved: boolean, message?: string): void;
}

let panel: Promise<QuestionPanelElement> | undefined;

/** Saves a question or removes it, and then opens or closes its panel. */
export async function pressSave(tools: QuestionTools, isSaved: boolean): Promise<void> {
  // Before the panel's code and data, because a reader may leave the page right away.
  const outcome = await saveQuestion(tools.code, isSaved);
  if ('problem' in outcome) {
    tools.show(!isSaved, outcome.problem.message);
    return;
  }
  try {
    panel ??= load(tools);
    const opened = await panel;
    opened.hidden = !isSaved;
    const hasNote = await opened.hasNote();
    opened.hidden &&= !hasNote;
  } catch {
    tools.show(isSaved, 'The note didn’t load. Reload the page to write one.');
  }
}

async function load(tools: QuestionTools): Promise<QuestionPanelElement> {
  const { questionPanel } = await import('./question-panel.ts');
  const onSaved = (isSaved: boolean) => tools.show(isSaved);
  const made = questionPanel(tools.dataset['base'] ?? '/', tools.code, onSaved);
  (document.querySelector('.recorder') ?? tools).after(made);
  return made;
}
