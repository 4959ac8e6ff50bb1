import { html, type TemplateResult } from 'lit-html';
import './note-editor-element.ts';
import { storeUnsavedNote } from '../../../browser/marks.ts';
import type { ProgressModel } from '../../../browser/progress-model.ts';

/** A question that a reader keeps something about. */
interface Marked {
  readonly code: string;
  /** What it is called, for labels. */
  readonly title: string;
}

/** The field for the private note on a question. */
export function noteEditor({ code, title }: Marked, model: ProgressModel): TemplateResult {
  return html`<note-editor data-code=${code} data-title=${title} .model=${model}></note-editor>`;
}

/** To be awaited before notes are shown: one that was left in the middle of typing is among them. */
export async function openNotes(model: ProgressModel): Promise<void> {
  if (await storeUnsavedNote(model.store)) await model.read();
}
